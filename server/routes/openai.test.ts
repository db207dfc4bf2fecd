import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { notFound } from '../../config/errors.ts';
import type { TurnRequest } from '../../conversations/ports.ts';
import { CITATION, scriptedTurn, turnResult } from '../testing/scripted-turn.ts';
import { createTestApp, customerToken, listen } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

async function clientOf(
  options: { turn?: ReturnType<typeof scriptedTurn>; foreign?: string; apiKey?: string; lastReply?: string } = {},
) {
  const asked: TurnRequest[] = [];
  app = await createTestApp({
    turns: {
      submit: async (request) => {
        if (request.conversationId !== undefined && request.conversationId === options.foreign)
          throw notFound('conversation');
        asked.push(request);
        return options.turn ?? scriptedTurn();
      },
    },
    conversations: {
      continued: async (_caller, lastReply) => (lastReply === options.lastReply ? 'going-on' : undefined),
    },
  });
  const apiKey = options.apiKey ?? (await customerToken());
  return { asked, client: new OpenAI({ baseURL: `${await listen(app)}/v1`, apiKey, maxRetries: 0 }) };
}

const messages: OpenAI.ChatCompletionMessageParam[] = [
  { role: 'system', content: 'You are a pirate.' },
  { role: 'user', content: 'earlier' },
  { role: 'assistant', content: 'reply' },
  { role: 'user', content: [{ type: 'text', text: '怎么退货？' }] },
];

describe('the openai client', () => {
  it('finds the model in the list and by its name, and no other', async () => {
    const { client } = await clientOf();
    const [first] = (await client.models.list()).data;
    expect(await client.models.retrieve(first?.id ?? '')).toEqual(first);
    await expect(client.models.retrieve('another')).rejects.toMatchObject({ status: 404, code: 'not_found' });
  });

  it('gets a completion with usage and Kefu’s extras', async () => {
    const { client, asked } = await clientOf();
    const completion = await client.chat.completions.create({ model: 'gpt-4o', messages, user: 'talk-7' });
    expect(completion.choices[0]?.message.content).toBe(turnResult().text);
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(completion.usage?.total_tokens).toBeGreaterThan(5);
    expect(completion).toMatchObject({ kefu: { route: 'knowledge', conversationId: 'c1', citations: [CITATION] } });
    expect(asked).toMatchObject([
      { text: '怎么退货？', conversationId: 'talk-7', caller: { id: 'C1' }, channel: 'openai' },
    ]);
  });

  it('streams the same text, then usage', async () => {
    const { client } = await clientOf();
    const { data, response } = await client.chat.completions
      .create({ model: 'kefu', messages, stream: true, stream_options: { include_usage: true } })
      .withResponse();
    let text = '';
    let finish: string | null | undefined;
    let usage: number | undefined;
    for await (const chunk of data) {
      text += chunk.choices[0]?.delta.content ?? '';
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage?.total_tokens ?? usage;
    }
    expect([text, finish]).toEqual([turnResult().text, 'stop']);
    expect(usage).toBeGreaterThan(5);
    expect(response.headers.get('x-conversation-id')).toBe('c1');
  });

  it('throws when a turn fails while it streams', async () => {
    const events = [{ type: 'error' as const, code: 'turn_failed', message: 'Please try again.' }];
    const { client } = await clientOf({ turn: scriptedTurn({ events }) });
    const stream = await client.chat.completions.create({ model: 'kefu', messages, stream: true });
    await expect(async () => {
      for await (const _ of stream);
    }).rejects.toThrow('Please try again.');
  });

  it('names a conversation of the caller’s own by any user string, also one that is another’s id', async () => {
    const { client, asked } = await clientOf({ foreign: 'shared' });
    for (const user of ['shared', 'shared', `li lei <li@example.com>\n${'·'.repeat(300)}`]) {
      await client.chat.completions.create({ model: 'kefu', messages, user });
    }
    const names = asked.map((request) => request.conversationId);
    expect(names[0]).toMatch(/^user-[0-9a-f]{32}$/);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).toMatch(/^user-[0-9a-f]{32}$/);
    expect(names[2]).not.toBe(names[0]);
  });

  it('goes on with the talk that its history ends with where it names none', async () => {
    const { client, asked } = await clientOf({ lastReply: 'reply' });
    const again: typeof messages = [
      { role: 'assistant', content: 'another' },
      { role: 'user', content: 'yes' },
    ];
    await client.chat.completions.create({ model: 'kefu', messages });
    await client.chat.completions.create({ model: 'kefu', messages: again });
    await client.chat.completions.create({ model: 'kefu', messages, user: '' });
    await client.chat.completions.create({ model: 'kefu', messages, user: 'mine' });
    expect(asked.map(({ conversationId }) => conversationId)).toEqual(['going-on', undefined, 'going-on', 'mine']);
  });

  it('names it by header, where another’s is not found', async () => {
    const { client, asked } = await clientOf({ foreign: 'theirs' });
    const header = (id: string) => ({ headers: { 'x-conversation-id': id } });
    await client.chat.completions.create({ model: 'kefu', messages, user: 'u' }, header('mine'));
    expect(asked[0]?.conversationId).toBe('mine');
    const refused = client.chat.completions.create({ model: 'kefu', messages }, header('theirs'));
    await expect(refused).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('lists the model and gets errors it understands', async () => {
    const { client } = await clientOf();
    expect((await client.models.list()).data.map((model) => model.id)).toEqual(['kefu']);
    const empty = client.chat.completions.create({ model: 'kefu', messages: [] });
    await expect(empty).rejects.toMatchObject({ status: 400, code: 'invalid_request', param: 'messages' });
    await app.close();
    const stranger = await clientOf({ apiKey: 'sk-wrong' });
    const refused = stranger.client.chat.completions.create({ model: 'kefu', messages });
    await expect(refused).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  });
});
