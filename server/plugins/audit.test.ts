import { afterEach, describe, expect, it } from 'vitest';
import { notFound } from '../../config/errors.ts';
import type { AuditEvent } from '../audit/audit-log.ts';
import { AUDITED, UNAUDITED } from '../audit/audited-routes.ts';
import { asStaff, createTestApp, type Parts } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

async function open(parts: Parts): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  app = await createTestApp({ audit: { record: async (event) => void events.push(event) }, ...parts });
  return events;
}
const member = { id: 'm', email: 'x@y.example', name: 'X', role: 'agent' as const, disabled: false, createdAt: '' };

describe('what staff change', () => {
  it('is written down with who did it, to what, and the choices made', async () => {
    const made = { member: { ...member, lastLoginAt: null, linkUntil: null }, link: { token: 't', expiresAt: '' } };
    const events = await open({ team: { add: async () => made } });
    const headers = await asStaff('admin');
    const payload = { email: 'x@y.example', name: 'X', role: 'agent' };
    await app.inject({ method: 'POST', url: '/api/staff/members', headers, payload });
    expect(events).toEqual([
      {
        action: 'staff.add',
        actor: expect.objectContaining({ name: 'admin' }),
        subject: { kind: 'staff', id: 'm' },
        detail: { role: 'agent' },
      },
    ]);
  });

  it('is not written down when it was refused, read, or leaves a trail elsewhere', async () => {
    const events = await open({
      documents: { remove: async () => Promise.reject(notFound('document')) },
      desk: { list: async () => [], type: async () => undefined },
    });
    const agent = await asStaff('agent');
    await app.inject({ method: 'DELETE', url: '/api/knowledge/documents/d', headers: await asStaff('knowledge') });
    await app.inject({ method: 'DELETE', url: '/api/knowledge/documents/d', headers: agent });
    await app.inject({ url: '/api/desk/conversations', headers: agent });
    await app.inject({ method: 'POST', url: '/api/desk/conversations/c/typing', headers: agent });
    expect(events).toEqual([]);
  });

  it('is done although the log can’t be written', async () => {
    await open({
      documents: { remove: async () => undefined },
      audit: { record: () => Promise.reject(new Error('no disk')) },
    });
    const headers = await asStaff('knowledge');
    const answer = await app.inject({ method: 'DELETE', url: '/api/knowledge/documents/d', headers });
    expect(answer.statusCode).toBe(204);
  });
});

it('knows only routes that exist', async () => {
  await open({});
  await app.ready();
  const gone = [...Object.keys(AUDITED), ...UNAUDITED].filter((key) => {
    const [method = '', url = ''] = key.split(' ');
    return !app.hasRoute({ method, url });
  });
  expect(gone).toEqual([]);
});
