import { DefaultChatTransport, readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { scriptedTurn, turnResult } from '../testing/scripted-turn.ts';
import { asVisitor, createTestApp, listen } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

const question: UIMessage = { id: 'u1', role: 'user', parts: [{ type: 'text', text: '怎么退货？' }] };

async function lastMessage(stream: ReadableStream<UIMessageChunk>): Promise<UIMessage> {
  let last: UIMessage | undefined;
  for await (const message of readUIMessageStream({ stream, terminateOnError: true })) last = message;
  if (!last) throw new Error('The stream held no message.');
  return last;
}

async function transportTo(turn: ReturnType<typeof scriptedTurn>) {
  app = await createTestApp({ turns: { submit: async () => turn, current: async () => turn } });
  return new DefaultChatTransport({ api: `${await listen(app)}/api/chat`, headers: await asVisitor() });
}

const send = (transport: DefaultChatTransport<UIMessage>) =>
  transport.sendMessages({
    trigger: 'submit-message',
    chatId: 'c1',
    messageId: undefined,
    messages: [question],
    abortSignal: undefined,
  });

describe('the AI SDK’s own client', () => {
  it('reads a turn: text, route, citations, and what the turn was', async () => {
    const transport = await transportTo(scriptedTurn());
    const message = await lastMessage(await send(transport));
    expect(message.id).toBe('reply-1');
    expect(message.parts.filter((part) => part.type === 'text').map((part) => part.text)).toEqual([turnResult().text]);
    expect(message.parts).toContainEqual(
      expect.objectContaining({ type: 'data-citation', data: expect.objectContaining({ documentId: 'd1', page: 3 }) }),
    );
    expect(message.parts).toContainEqual(
      expect.objectContaining({ type: 'data-route', data: expect.objectContaining({ route: 'knowledge' }) }),
    );
    expect(message.metadata).toMatchObject({ conversationId: 'c1', engine: 'local', degraded: false, status: 'bot' });
  });

  it('is told which text is void when a reply begins anew', async () => {
    const result = turnResult({ text: 'Good answer', citations: [], degraded: true });
    const transport = await transportTo(
      scriptedTurn({
        events: [
          { type: 'start', conversationId: 'c1', messageId: 'reply-1' },
          { type: 'delta', text: 'Broken' },
          { type: 'reset' },
          { type: 'status', status: 'degraded' },
          { type: 'delta', text: 'Good ' },
          { type: 'delta', text: 'answer' },
          { type: 'finish', result },
        ],
      }),
    );
    const message = await lastMessage(await send(transport));
    expect(message.parts.filter((part) => part.type === 'text').map((part) => part.text)).toEqual([
      'Broken',
      'Good answer',
    ]);
    expect(message.parts).toContainEqual(
      expect.objectContaining({ type: 'data-status', data: { status: 'restarted', textId: 'text-1' } }),
    );
  });

  it('hears of a failed turn as an error', async () => {
    const transport = await transportTo(
      scriptedTurn({
        events: [
          { type: 'start', conversationId: 'c1', messageId: 'reply-1' },
          { type: 'delta', text: 'Half' },
          { type: 'error', code: 'turn_failed', message: 'Please try again.' },
        ],
      }),
    );
    await expect(lastMessage(await send(transport))).rejects.toThrow('Please try again.');
  });

  it('takes up a running turn from its beginning, and none when nothing runs', async () => {
    const turn = scriptedTurn({ held: true });
    const transport = await transportTo(turn);
    turn.release(4);
    const stream = await transport.reconnectToStream({ chatId: 'c1' });
    turn.release(99);
    if (!stream) throw new Error('The turn was running.');
    expect((await lastMessage(stream)).parts.find((part) => part.type === 'text')).toMatchObject({
      text: turnResult().text,
    });
    expect(await transport.reconnectToStream({ chatId: 'c1' })).toBeNull();
  });
});
