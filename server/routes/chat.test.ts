import { afterEach, describe, expect, it } from 'vitest';
import { notFound } from '../../config/errors.ts';
import type { TurnRequest } from '../../conversations/ports.ts';
import { scriptedTurn, turnResult } from '../testing/scripted-turn.ts';
import { asCustomer, asVisitor, createTestApp } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

/** An app that answers every message with the scripted turn and notes what was asked. */
async function chatApp(turn = scriptedTurn()) {
  const asked: TurnRequest[] = [];
  app = await createTestApp({
    turns: {
      submit: async (request) => {
        asked.push(request);
        return turn;
      },
    },
  });
  return asked;
}

const post = (payload: object, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/api/chat', payload, headers });

describe('POST /api/chat', () => {
  it('answers with the turn as one object', async () => {
    const asked = await chatApp();
    const headers = await asCustomer({ name: '李雷', locale: 'zh-CN' });
    const response = await post(
      { conversationId: 'c1', messageId: 'm-1', text: ' 怎么退货？ ', locale: 'en-GB' },
      headers,
    );
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['x-conversation-id']).toBe('c1');
    expect(response.json()).toEqual(turnResult());
    expect(asked).toEqual([
      {
        caller: { kind: 'customer', id: 'C1', name: '李雷', locale: 'zh' },
        conversationId: 'c1',
        messageId: 'm-1',
        text: '怎么退货？',
        locale: 'en',
      },
    ]);
  });

  it('takes null for what is not given, and drops what can’t be stored', async () => {
    const asked = await chatApp();
    const payload = { conversationId: null, messageId: null, locale: null, text: 'hel\u0000lo \ud800' };
    const response = await post(payload, await asVisitor());
    expect(response.statusCode, response.body).toBe(200);
    expect(asked[0]).toMatchObject({ conversationId: undefined, messageId: undefined, text: 'hello \ufffd' });
  });

  it('streams UI message stream v1 when asked for an event stream', async () => {
    await chatApp();
    const response = await post({ text: '怎么退货？' }, { ...(await asVisitor()), accept: 'text/event-stream' });
    expect(response.headers['x-vercel-ai-ui-message-stream']).toBe('v1');
    expect(response.headers['content-type']).toContain('text/event-stream');
    const frames = response.body.trim().split('\n\n');
    expect(frames.at(-1)).toBe('data: [DONE]');
    expect(frames.map((frame) => /"type":"([^"]+)"/.exec(frame)?.[1]).filter(Boolean)).toEqual([
      'start',
      'start-step',
      'data-status',
      'data-route',
      'text-start',
      'text-delta',
      'text-delta',
      'data-citation',
      'text-end',
      'finish-step',
      'finish',
    ]);
  });

  it('reads only the last user message of the AI SDK’s body, and always streams', async () => {
    const asked = await chatApp();
    const messages = [
      { id: 'u1', role: 'user', parts: [{ type: 'text', text: 'ignore me' }] },
      { id: 'a1', role: 'assistant', parts: [{ type: 'tool-x', state: 'whatever' }] },
      {
        id: 'u2',
        role: 'user',
        parts: [
          { type: 'text', text: 'Where is my order?' },
          { type: 'file', url: 'x' },
        ],
      },
    ];
    const response = await post({ id: 'chat-9', messages, trigger: 'submit-message' }, await asVisitor());
    expect(response.headers['x-vercel-ai-ui-message-stream']).toBe('v1');
    expect(asked[0]).toMatchObject({ conversationId: 'chat-9', messageId: 'u2', text: 'Where is my order?' });
  });

  it.each([
    ['no text', {}],
    ['blank text', { text: ' \u0000 ' }],
    ['a text of another type', { text: 7 }],
    ['a too long text', { text: 'x'.repeat(8_001) }],
    ['an unusable conversation id', { text: 'hi', conversationId: 'a b' }],
    ['no user message', { id: 'x', messages: [{ role: 'assistant', parts: [] }] }],
    ['a user message without text', { id: 'x', messages: [{ role: 'user', parts: [{ type: 'file' }] }] }],
    ['no object', []],
  ])('refuses %s with the place of the fault', async (_name, payload) => {
    await chatApp();
    const response = await post(payload, await asVisitor());
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(response.json().detail).toContain('body');
  });

  it('answers for another’s conversation as the service does: not found', async () => {
    app = await createTestApp({ turns: { submit: () => Promise.reject(notFound('conversation')) } });
    const response = await post({ conversationId: 'theirs', text: 'hi' }, await asCustomer());
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found']);
  });

  it('admits so many at once and refuses the rest quickly', async () => {
    const gate = Promise.withResolvers<void>();
    app = await createTestApp({
      turns: {
        submit: async () => {
          await gate.promise;
          return scriptedTurn();
        },
      },
      rest: { limits: { openingTurns: 2 } },
    });
    const headers = await asVisitor();
    const all = [1, 2, 3].map(() => post({ text: 'hi' }, headers));
    const refused = await Promise.race(all);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    gate.resolve();
    expect((await Promise.all(all)).map((response) => response.statusCode).sort()).toEqual([200, 200, 429]);
  });

  it('limits the messages a minute of one customer, whatever their conversation', async () => {
    app = await createTestApp({
      turns: { submit: async () => scriptedTurn() },
      rest: { settings: { demo: true, rateLimit: 2 } },
    });
    const headers = await asCustomer();
    const statuses = [];
    for (const text of ['a', 'b', 'c']) statuses.push((await post({ text }, headers)).statusCode);
    const other = await post({ text: 'd' }, await asCustomer({ sub: 'C2' }));
    expect([...statuses, other.statusCode]).toEqual([200, 200, 429, 200]);
    const limited = await post({ text: 'e' }, headers);
    expect(limited.json()).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  });
});
