import { expect, it } from 'vitest';
import type { HandoffRuleInput } from '../../../conversations/handoff/rule-service.ts';
import { asCustomer, asStaff, createTestApp } from '../../testing/test-app.ts';

const RULE = { name: 'Lawyers', action: 'handoff', conditions: { words: ['lawyer'] } };

it('takes rules from admins only, and says what is wrong with one', async () => {
  const made: HandoffRuleInput[] = [];
  const app = await createTestApp({
    deskTools: {
      rules: {
        create: async (rule) => {
          made.push(rule);
          return { ...rule, id: 'r1' };
        },
        list: async () => [],
        update: () => Promise.reject(new Error('unexpected')),
        remove: () => Promise.reject(new Error('unexpected')),
        reorder: () => Promise.reject(new Error('unexpected')),
      },
    },
  });
  const post = async (headers: { authorization: string }, payload: object) =>
    app.inject({ method: 'POST', url: '/api/desk/rules', headers, payload });
  expect((await post(await asCustomer(), RULE)).statusCode).toBe(403);
  expect((await post(await asStaff('agent'), RULE)).statusCode).toBe(403);
  expect((await post(await asStaff('admin'), RULE)).json()).toMatchObject({ id: 'r1', enabled: true });
  expect(made).toEqual([{ ...RULE, enabled: true }]);
  for (const conditions of [{}, { words: [] }, { minAmount: -1 }, { weather: 'rain' }]) {
    expect((await post(await asStaff('admin'), { ...RULE, conditions })).statusCode).toBe(400);
  }
  const read = await app.inject({ url: '/api/desk/rules', headers: await asStaff('agent') });
  expect(read.statusCode).toBe(200);
  const unknown = await app.inject({ method: 'DELETE', url: '/api/desk/rules/7', headers: await asStaff('admin') });
  expect(unknown.statusCode).toBe(404);
  await app.close();
});

it('takes contact that somebody can be reached by, and a rating of one to five', async () => {
  const left: unknown[] = [];
  const app = await createTestApp({
    conversations: {
      handoff: {
        request: () => Promise.reject(new Error('unexpected')),
        cancel: async () => ({ status: 'bot' }),
        leaveContact: async (_caller, id, contact) => void left.push([id, contact]),
        rate: async (_caller, id, rating) => void left.push([id, rating]),
      },
    },
  });
  const headers = await asCustomer();
  const put = async (path: string, payload: object) =>
    (await app.inject({ method: 'PUT', url: `/api/conversations/c1/${path}`, headers, payload })).statusCode;
  expect(await put('handoff/contact', { email: 'a@example.com', note: ' call ' })).toBe(204);
  expect(await put('handoff/contact', { phone: '+86 138-0000-0000' })).toBe(204);
  for (const bad of [{}, { note: 'x' }, { email: 'a' }, { phone: 'call me' }])
    expect(await put('handoff/contact', bad)).toBe(400);
  expect(await put('rating', { score: 5 })).toBe(204);
  for (const bad of [{}, { score: 0 }, { score: 6 }, { score: 2.5 }]) expect(await put('rating', bad)).toBe(400);
  expect(left).toEqual([
    ['c1', { email: 'a@example.com', note: 'call' }],
    ['c1', { phone: '+86 138-0000-0000' }],
    ['c1', { score: 5 }],
  ]);
  const back = await app.inject({ method: 'DELETE', url: '/api/conversations/c1/handoff', headers });
  expect(back.json()).toEqual({ conversationId: 'c1', status: 'bot' });
  await app.close();
});
