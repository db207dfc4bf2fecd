import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TurnEvent } from '../../graph/turn-events.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { type ConversationProcess, startConversationProcess } from '../../testing/programs/conversation-process.ts';
import type { Script } from '../../testing/scripted-runner.ts';
import type { Caller, TurnHandle } from '../ports.ts';
import type { TurnLimits } from './turn-limits.ts';

let database: DatabaseHandle;
const processes: ConversationProcess[] = [];
const caller: Caller = { kind: 'customer', id: 'C1', name: 'Lin' };
const echo: Script = ({ input }) => `re: ${input.text}`;

const start = async (script: Script, limits?: Partial<TurnLimits>) => {
  const started = await startConversationProcess({ url: database.url, script, limits });
  processes.push(started);
  return started;
};
const events = async (handle: TurnHandle, after = 0) => {
  const heard: Array<{ index: number; event: TurnEvent }> = [];
  for await (const event of handle.events({ after })) heard.push(event);
  return heard;
};
const textOf = (heard: Array<{ event: TurnEvent }>) => {
  let text = '';
  for (const { event } of heard) {
    if (event.type === 'delta') text += event.text;
    if (event.type === 'reset') text = '';
  }
  return text;
};
const transcript = async (conversationId: string) => {
  const rows = await database.db
    .selectFrom('messages')
    .select(['author', 'text', 'seq'])
    .where('conversation_id', '=', conversationId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => `${row.author}: ${row.text}`);
};

beforeAll(async () => {
  database = await withTestDatabase();
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.close()));
});
afterAll(() => database.close());

it('streams a turn and stores it', async () => {
  const { turns, summaries } = await start(echo);
  const handle = await turns.submit({ caller, text: '  什么时候发货？ ' });
  const heard = await events(handle);
  expect(heard.map(({ event }) => event.type)).toEqual(['start', 'route', 'delta', 'finish']);
  expect(textOf(heard)).toBe('re: 什么时候发货？');
  const result = await handle.result;
  expect(result).toMatchObject({
    messageId: handle.replyId,
    status: 'bot',
    language: 'zh',
    text: 're: 什么时候发货？',
  });
  expect(await transcript(handle.conversationId)).toEqual(['customer: 什么时候发货？', 'bot: re: 什么时候发货？']);
  expect(summaries).toMatchObject([{ route: 'knowledge', engine: 'local', status: 'done', degraded: false }]);
});

it('gives a turn the lines before it and what the last turn kept', async () => {
  const { turns, runner } = await start(echo);
  const first = await turns.submit({ caller, text: 'one', locale: 'en' });
  const { conversationId } = first;
  await turns.submit({ caller, conversationId, text: 'two' });
  await (await turns.submit({ caller, conversationId, text: 'three' })).result;
  expect(runner.runs[2]).toMatchObject({
    caller,
    fallbackLanguage: 'en',
    dialogue: { last: 'two' },
    attempt: 1,
    history: [
      { author: 'customer', text: 'one' },
      { author: 'bot', text: 're: one' },
      { author: 'customer', text: 'two' },
      { author: 'bot', text: 're: two' },
    ],
  });
});

it('refuses what is no message', async () => {
  const { turns } = await start(echo);
  await expect(turns.submit({ caller, text: ' \n ' })).rejects.toMatchObject({ code: 'empty_message', status: 400 });
  await expect(turns.submit({ caller, text: 'x'.repeat(8_001) })).rejects.toMatchObject({ code: 'message_too_long' });
  await expect(turns.submit({ caller, text: 'x', conversationId: 'a b' })).rejects.toMatchObject({ status: 400 });
});

it('answers 50 messages sent at once to two processes in order, each once', async () => {
  const seen: string[] = [];
  const script: Script = async ({ input }) => {
    seen.push(input.text);
    await sleep(2);
    return `re: ${input.text}`;
  };
  const [a, b] = [await start(script), await start(script)];
  const conversationId = 'two-tabs';
  const handles = await Promise.all(
    Array.from({ length: 50 }, (_, n) => (n % 2 ? a : b).turns.submit({ caller, conversationId, text: `m${n}` })),
  );
  const results = await Promise.all(handles.map((handle) => handle.result));
  expect(results.map((result) => result.text).sort()).toEqual(Array.from({ length: 50 }, (_, n) => `re: m${n}`).sort());
  const lines = await transcript(conversationId);
  expect(lines).toHaveLength(100);
  expect(lines.filter((_, at) => at % 2 === 0)).toEqual(seen.map((text) => `customer: ${text}`));
  expect(lines.filter((_, at) => at % 2 === 1)).toEqual(seen.map((text) => `bot: re: ${text}`));
  const seqs = await database.db
    .selectFrom('conversation_events')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .orderBy('seq')
    .execute();
  expect(seqs.map((row) => row.seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
});

it('answers a resent message with the same reply, while it runs and after, here and in another process', async () => {
  const go = Promise.withResolvers<void>();
  const script: Script = async ({ input }) => {
    await go.promise;
    return `re: ${input.text}`;
  };
  const [a, b] = [await start(script), await start(script)];
  const request = { caller, conversationId: 'resent', messageId: 'm-1', text: 'hello there' };
  const first = await a.turns.submit(request);
  const [again, elsewhere] = [await a.turns.submit(request), await b.turns.submit(request)];
  go.resolve();
  const replies = await Promise.all([first, again, elsewhere].map(events));
  expect(replies.map(textOf)).toEqual(['re: hello there', 're: hello there', 're: hello there']);
  const later = await b.turns.submit(request);
  expect(await later.result).toEqual(await first.result);
  expect([again, elsewhere, later].map((handle) => handle.replyId)).toEqual(Array(3).fill(first.replyId));
  expect(await transcript('resent')).toHaveLength(2);
  expect([...a.runner.runs, ...b.runner.runs]).toHaveLength(1);
});

it('finds the conversation of a resent first message that named none', async () => {
  const { turns } = await start(echo);
  const request = { caller, messageId: 'first-1', text: 'hello' };
  const [one, two] = await Promise.all([turns.submit(request), turns.submit(request)]);
  expect(two.conversationId).toBe(one.conversationId);
  await one.result;
  expect(await transcript(one.conversationId)).toHaveLength(2);
});

it('resumes a stream exactly after the last event seen', async () => {
  const { turns } = await start(echo);
  const handle = await turns.submit({ caller, conversationId: 'resumed', text: 'a question of some length' });
  const all = await events(handle);
  const cut = await turns.current(caller, 'resumed');
  expect(cut).toBeDefined();
  if (!cut) return;
  expect(textOf(await events(cut, 3))).toBe(textOf(all).slice(4));
  expect((await events(cut, 0)).at(-1)).toEqual(all.at(-1));
});

it('replays a turn that another process ran', async () => {
  const [a, b] = [await start(echo), await start(echo)];
  const handle = await a.turns.submit({ caller, conversationId: 'elsewhere', text: 'hi' });
  await handle.result;
  const other = await b.turns.current(caller, 'elsewhere');
  expect(other && (await events(other)).map(({ event }) => event.type)).toEqual(['start', 'route', 'delta', 'finish']);
  const resumed = other ? await events(other, 7) : [];
  expect(resumed[0]).toEqual({ index: 8, event: { type: 'reset' } });
  expect(textOf(resumed)).toBe('re: hi');
});

it("treats another's conversation as a missing one", async () => {
  const { turns } = await start(echo);
  await (await turns.submit({ caller, conversationId: 'mine', text: 'hi' })).result;
  const stranger: Caller = { kind: 'customer', id: 'C2' };
  const visitor: Caller = { kind: 'visitor', id: 'C1' };
  for (const other of [stranger, visitor]) {
    await expect(turns.submit({ caller: other, conversationId: 'mine', text: 'hi' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(turns.current(other, 'mine')).rejects.toMatchObject({ status: 404 });
  }
  expect(await transcript('mine')).toHaveLength(2);
});

it('takes up, once, what a crashed process left', async () => {
  const never: Script = ({ signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const dying = await startConversationProcess({ url: database.url, script: never });
  const ids = ['crash-1', 'crash-1', 'crash-2'];
  for (const [n, conversationId] of ids.entries()) {
    const handle = await dying.turns.submit({ caller, conversationId, text: `m${n}`, messageId: `m${n}` });
    handle.result.catch(() => undefined);
  }
  while (dying.runner.runs.length < 2) await sleep(5);
  await dying.crash();
  const [a, b] = [await start(echo), await start(echo)];
  const resent = await a.turns.submit({ caller, conversationId: 'crash-1', text: 'm0', messageId: 'm0' });
  expect((await resent.result).text).toBe('re: m0');
  const second = await b.turns.submit({ caller, conversationId: 'crash-1', text: 'm1', messageId: 'm1' });
  const third = await b.turns.submit({ caller, conversationId: 'crash-2', text: 'm2', messageId: 'm2' });
  await Promise.all([second.result, third.result]);
  expect(await transcript('crash-1')).toEqual(['customer: m0', 'bot: re: m0', 'customer: m1', 'bot: re: m1']);
  expect(await transcript('crash-2')).toEqual(['customer: m2', 'bot: re: m2']);
  const runs = [...a.runner.runs, ...b.runner.runs];
  expect(runs.map((run) => [run.text, run.attempt]).sort()).toEqual([
    ['m0', 2],
    ['m1', 1],
    ['m2', 2],
  ]);
});

it('takes up a crashed process’s turns at once when no other process can be alive', async () => {
  const never: Script = ({ signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const patient = { leaseMs: 60_000, recoverMs: 60_000, orphanMs: 60_000 };
  const dying = await startConversationProcess({ url: database.url, script: never, limits: patient });
  for (const text of ['m0', 'm1']) {
    const handle = await dying.turns.submit({ caller, conversationId: 'crash-alone', text, messageId: text });
    handle.result.catch(() => undefined);
  }
  while (dying.runner.runs.length < 1) await sleep(5);
  await dying.crash();
  const next = await startConversationProcess({ url: database.url, script: echo, limits: patient, alone: true });
  processes.push(next);
  const began = performance.now();
  const resent = await next.turns.submit({ caller, conversationId: 'crash-alone', text: 'm1', messageId: 'm1' });
  expect((await resent.result).text).toBe('re: m1');
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await transcript('crash-alone')).toEqual(['customer: m0', 'bot: re: m0', 'customer: m1', 'bot: re: m1']);
});

it('apologises when a turn fails, takes too long, or was broken off too often', async () => {
  const script: Script = ({ input, emit }) => {
    emit({ type: 'delta', text: 'half a sen' });
    if (input.text === 'boom') throw new Error('boom');
    return new Promise(() => undefined);
  };
  const { turns, summaries, runner } = await start(script, { turnMs: 100 });
  for (const text of ['boom', '太慢了']) {
    const handle = await turns.submit({ caller, text });
    const heard = await events(handle);
    const result = await handle.result;
    expect(textOf(heard)).toBe(result.text);
    expect(result).toMatchObject({ language: text === 'boom' ? 'en' : 'zh', degraded: true, status: 'bot' });
    expect(result.quickReplies).toHaveLength(1);
    expect(await transcript(handle.conversationId)).toEqual([`customer: ${text}`, `bot: ${result.text}`]);
  }
  const worn = await turns.submit({ caller, conversationId: 'worn', text: 'x' });
  await worn.result;
  await database.db
    .updateTable('turns')
    .set({ status: 'queued', attempts: 3, reply_id: 'worn-2' })
    .where('conversation_id', '=', 'worn')
    .execute();
  await database.db.deleteFrom('messages').where('conversation_id', '=', 'worn').where('author', '=', 'bot').execute();
  const runs = runner.runs.length;
  while (summaries.length < 4) await sleep(20);
  expect(runner.runs).toHaveLength(runs);
  expect(summaries.map((summary) => [summary.status, summary.errorCode])).toEqual([
    ['failed', 'internal'],
    ['failed', 'time_out'],
    ['failed', 'time_out'],
    ['failed', 'attempts_used_up'],
  ]);
  // Only the one that was broken off before can have left a journal.
  expect(runner.forgotten).toHaveLength(1);
});

it('says so when too many wait', async () => {
  const stuck: Script = ({ signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const { turns } = await start(stuck, { perConversation: 2, inProcess: 3 });
  const conversationId = 'full';
  await turns.submit({ caller, conversationId, text: 'a' });
  const queued = await turns.submit({ caller, conversationId, text: 'b' });
  const refused = { code: 'too_many_requests', status: 429, retryAfter: expect.any(Number) };
  await expect(turns.submit({ caller, conversationId, text: 'c' })).rejects.toMatchObject(refused);
  await turns.submit({ caller, text: 'd' });
  await expect(turns.submit({ caller, text: 'e' })).rejects.toMatchObject(refused);
  const [, second] = await Promise.all([turns.close(50), events(queued)]);
  expect(second.map(({ event }) => event.type)).toEqual(['start', 'status', 'error']);
  await expect(queued.result).rejects.toMatchObject({ code: 'turn_unfinished' });
  await expect(turns.submit({ caller, text: 'f' })).rejects.toMatchObject({ code: 'shutting_down' });
  const next = await start(echo);
  expect((await (await next.turns.submit({ caller, conversationId, text: 'g' })).result).text).toBe('re: g');
  expect(await transcript(conversationId)).toHaveLength(6);
});
