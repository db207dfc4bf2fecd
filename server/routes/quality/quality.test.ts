import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { labelIntents } from '../../../quality/labels/label-intents.ts';
import type { LabelService, TurnToLabel } from '../../../quality/labels/ports.ts';
import type { ModelStore } from '../../../quality/models/ports.ts';
import { loadIntents } from '../../../understanding/intents.ts';
import { strictFake } from '../../testing/strict-fake.ts';
import { asCustomer, asStaff, createTestApp, type Parts, STAFF } from '../../testing/test-app.ts';

let app: FastifyInstance | undefined;
const start = async (quality: Parts['quality'] = {}) => {
  app = await createTestApp({ quality: { intents: labelIntents(loadIntents()), ...quality } });
  return app;
};
afterEach(() => app?.close());
const qa = STAFF.find(({ role }) => role === 'qa');

describe('the data loop’s API', () => {
  it('is for QA and admins alone', async () => {
    const api = await start();
    for (const headers of [await asStaff('agent'), await asStaff('knowledge'), await asCustomer()])
      expect((await api.inject({ url: '/api/qa/intents', headers })).statusCode).toBe(403);
    for (const role of ['qa', 'admin'] as const)
      expect((await api.inject({ url: '/api/qa/intents', headers: await asStaff(role) })).statusCode).toBe(200);
  });

  it('lists turns with their number, asked as the member of staff who asks', async () => {
    const asked: unknown[] = [];
    const labels = strictFake<LabelService>('labels', {
      list: async (query) => {
        asked.push(query);
        return { turns: [], total: 7 };
      },
    });
    const api = await start({ labels });
    const reply = await api.inject({
      url: '/api/qa/turns?state=second&intent=track_order',
      headers: await asStaff('qa'),
    });
    expect(reply.headers['x-total-count']).toBe('7');
    expect(asked[0]).toMatchObject({ queue: 'doubt', state: 'second', intent: 'track_order', labeller: qa?.email });
    expect((await api.inject({ url: '/api/qa/turns?queue=bogus', headers: await asStaff('qa') })).statusCode).toBe(400);
  });

  it('stores a label under who gave it, and refuses one without an intent', async () => {
    const labels = strictFake<LabelService>('labels', {
      save: async (turnId, input, by) =>
        ({ turnId, note: `${input.requests.length} ${by.name}` }) as unknown as TurnToLabel,
    });
    const api = await start({ labels });
    const put = async (payload: object) =>
      api.inject({ method: 'PUT', url: '/api/qa/turns/t1/label', headers: await asStaff('qa'), payload });
    expect((await put({ requests: [{ text: 'x', intent: 'track_order' }] })).json()).toMatchObject({
      note: `1 ${qa?.email}`,
    });
    expect((await put({ requests: [{ text: 'x' }] })).statusCode).toBe(400);
    expect((await put({ requests: [] })).statusCode).toBe(400);
  });

  it('leaves the texts of comparisons to a model’s own page', async () => {
    const model = { version: 1, comparison: { changed: [{ text: 'x' }], against: 0 } };
    const models = strictFake<ModelStore>('models', { list: async () => [model] as never });
    const api = await start({ models });
    expect((await api.inject({ url: '/api/qa/models', headers: await asStaff('qa') })).json()[0].comparison).toEqual({
      changed: [],
      against: 0,
    });
  });
});
