import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCustomer, asStaff, asVisitor, createTestApp } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
beforeAll(async () => {
  app = await createTestApp({
    documents: { list: async () => ({ items: [], total: 0 }) },
    desk: { list: async () => [] },
    list: { of: async () => [] },
  });
});
afterAll(() => app.close());

const status = async (url: string, headers: Record<string, string> = {}) =>
  (await app.inject({ url, headers })).statusCode;

const KNOWLEDGE = '/api/knowledge/documents';
const DESK = '/api/desk/conversations';
const EVALS = '/api/evals/runs';
const OWN = '/api/conversations';

describe('who may do what', () => {
  it('wants a token everywhere', async () => {
    for (const url of [KNOWLEDGE, DESK, EVALS, OWN, '/v1/models']) {
      const response = await app.inject({ url });
      expect([response.statusCode, response.headers['www-authenticate']], url).toEqual([401, 'Bearer']);
    }
  });

  it.each(['Basic abc', 'Bearer', 'Bearer  ', 'Bearer a b', 'Bearer x.y.z', ''])(
    'refuses %j',
    async (authorization) => {
      expect(await status(OWN, { authorization })).toBe(401);
    },
  );

  it('keeps customers and visitors out of the staff’s rooms', async () => {
    for (const headers of [
      await asCustomer(),
      await asVisitor(),
      await asCustomer({ aud: 'kefu:staff', role: 'admin' }),
    ]) {
      for (const url of [KNOWLEDGE, DESK, EVALS]) expect(await status(url, headers)).toBe(403);
      expect(await status(OWN, headers)).toBe(200);
    }
  });

  it('gives each role its room, and admins all', async () => {
    const rooms = [KNOWLEDGE, DESK, EVALS, OWN];
    const seen = async (role: Parameters<typeof asStaff>[0]) => {
      const headers = await asStaff(role);
      return Promise.all(rooms.map((url) => status(url, headers)));
    };
    expect(await seen('knowledge')).toEqual([200, 403, 403, 403]);
    expect(await seen('agent')).toEqual([403, 200, 403, 403]);
    expect(await seen('qa')).toEqual([403, 403, 200, 403]);
    expect(await seen('admin')).toEqual([200, 200, 200, 403]);
  });
});

it('lets a removed member of staff in no longer', async () => {
  const gone = await createTestApp({ staff: { find: async () => undefined } });
  const response = await gone.inject({ url: DESK, headers: await asStaff('admin') });
  expect(response.statusCode).toBe(401);
  await gone.close();
});
