import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { type DeskFixture, openDeskFixture } from '../../testing/desk-fixture.ts';
import type { Script } from '../../testing/scripted-runner.ts';
import type { ConversationEvent } from '../ports.ts';

let fixture: DeskFixture;
beforeAll(async () => {
  fixture = await openDeskFixture();
});
afterEach(() => fixture.closeProcesses());
afterAll(() => fixture.database.close());

it('hands a conversation to a person and back: silent while claimed, one speaker, the customer hears it live', async () => {
  const { caller, database, mei, tom } = fixture;
  const { say, desk, conversations, runner } = await fixture.start();
  const id = 'handed-over';
  await say(id, '你好');
  const heard: ConversationEvent[] = [];
  const listening = new AbortController();
  const live = (async () => {
    for await (const event of conversations.events(caller, id, { after: 2, signal: listening.signal }))
      heard.push(event);
  })();
  expect(await say(id, '转人工')).toMatchObject({
    status: 'waiting',
    route: 'escalate',
    text: '正在为您转接人工客服。',
  });
  // What the matter is stands in the list, not the call for a person nor the answer to it.
  expect(await desk.list({ status: ['waiting'] })).toMatchObject([
    { lastMessage: { author: 'customer', text: '你好' } },
  ]);
  expect(await say(id, '有人吗')).toMatchObject({ messageId: null, status: 'waiting', text: '' });
  expect(await desk.list({ status: ['waiting'] })).toMatchObject([
    {
      conversationId: id,
      customer: { id: 'C1', name: '林小雨' },
      reason: 'customer_request',
      mood: 'angry',
      claimedBy: null,
      lastMessage: { author: 'customer', text: '有人吗' },
    },
  ]);
  await expect(desk.reply(id, mei, '在的')).rejects.toMatchObject({ code: 'not_claimed' });
  expect(await desk.claim(id, mei)).toMatchObject({ status: 'human', claimedBy: { name: 'Mei' } });
  expect(await desk.claim(id, mei)).toMatchObject({ status: 'human', claimedBy: { name: 'Mei' } });
  await expect(desk.claim(id, tom)).rejects.toMatchObject({
    code: 'already_claimed',
    status: 409,
    message: expect.stringContaining('Mei'),
  });
  await expect(desk.reply(id, tom, 'hi')).rejects.toMatchObject({ code: 'already_claimed' });
  const sent = await desk.reply(id, mei, '您好，我是小美', { messageId: 'm-1' });
  expect(sent).toMatchObject({ author: 'agent', agentName: 'Mei' });
  expect(await desk.reply(id, mei, '您好，我是小美', { messageId: 'm-1' })).toEqual(sent);
  expect(await say(id, '我要退货')).toMatchObject({ messageId: null, status: 'human' });
  const note = await desk.note(id, tom, '老客户', 'n-1');
  expect(await desk.note(id, tom, '老客户', 'n-1')).toEqual(note);
  expect(await desk.open(id)).toMatchObject({
    notes: [{ author: 'Tom', text: '老客户' }],
    profile: { id: 'C1', name: '林小雨', email: 'lin@example.com', phone: null },
    orders: [{ id: 'C1-1' }],
  });
  expect(await desk.suggest(id, mei)).toMatchObject({ text: 'draft for a customer after 7' });
  expect(runner.runs).toHaveLength(2);
  expect(await desk.giveBack(id, mei)).toMatchObject({ status: 'bot', claimedBy: null });
  expect(await desk.reply(id, mei, '您好，我是小美', { messageId: 'm-1' })).toEqual(sent);
  await expect(desk.resolve(id, mei)).rejects.toMatchObject({ code: 'not_claimed' });
  expect(await say(id, '谢谢')).toMatchObject({ status: 'bot', text: 're: 谢谢' });
  expect(runner.runs.at(-1)?.history).toContainEqual({ author: 'agent', text: '您好，我是小美' });

  const view = await conversations.history(caller, id);
  expect(JSON.stringify(view)).not.toContain('老客户');
  await vi.waitFor(() => expect(heard.at(-1)?.id).toBe(view.lastEventId));
  expect(heard.map((event) => event.id)).toEqual(heard.map((_, at) => at + 3));
  expect(
    heard.map(({ type, payload }) => (type === 'status' ? payload.status : `${payload.author}: ${payload.text}`)),
  ).toEqual([
    'customer: 转人工',
    'bot: 正在为您转接人工客服。',
    'waiting',
    'customer: 有人吗',
    'human',
    'agent: 您好，我是小美',
    'customer: 我要退货',
    'system: 同事已处理完毕，接下来由智能客服继续为您服务；需要时可以随时再转人工。',
    'bot',
    'customer: 谢谢',
    'bot: re: 谢谢',
  ]);
  listening.abort();
  await live;
  const [handoff] = await database.db.selectFrom('handoffs').selectAll().where('conversation_id', '=', id).execute();
  expect(handoff).toMatchObject({ status: 'returned', order_ids: ['A1', 'A2'], claimed_by: mei.id });
});

it('lets one of many who claim at once have the conversation', async () => {
  const { caller, database, mei, tom } = fixture;
  const { desk, conversations, say } = await fixture.start();
  for (let round = 0; round < 100; round++) {
    const id = `race-${round}`;
    if (round === 0) await say(id, 'hello');
    else await database.db.insertInto('conversations').values({ id, owner_kind: 'customer', owner_id: 'C1' }).execute();
    await conversations.handoff.request(caller, id);
    const claims = await Promise.allSettled([desk.claim(id, mei), desk.claim(id, tom)]);
    expect(claims.filter((claim) => claim.status === 'fulfilled')).toHaveLength(1);
    const lost = claims.find((claim) => claim.status === 'rejected');
    expect(lost?.status === 'rejected' && lost.reason).toMatchObject({ code: 'already_claimed' });
  }
});

it('writes not one bot message once a person was called, though a turn was running', async () => {
  const { caller, mei } = fixture;
  const script: Script = async ({ emit, signal }) => {
    emit({ type: 'delta', text: 'let me see' });
    await sleep(5_000, undefined, { signal }).catch(() => undefined);
    emit({ type: 'delta', text: ' TOO LATE' });
    return 'let me see TOO LATE';
  };
  const { turns, runner, conversations, desk, summaries } = await fixture.start(script);
  const id = 'claimed-while-running';
  const running = await turns.submit({ caller, conversationId: id, text: 'where is my order' });
  const queued = await turns.submit({ caller, conversationId: id, text: 'and the other one' });
  while (runner.running() === 0) await sleep(5);
  expect(await conversations.handoff.request(caller, id, { reason: 'slow' })).toEqual({ status: 'waiting' });
  expect(await conversations.handoff.request(caller, id)).toEqual({ status: 'waiting' });
  await desk.claim(id, mei);
  const results = await Promise.all([running.result, queued.result]);
  expect(results).toMatchObject([
    { messageId: null, text: '' },
    { messageId: null, text: '' },
  ]);
  let text = '';
  for await (const { event } of running.events()) {
    if (event.type === 'delta') text += event.text;
    if (event.type === 'reset') text = '';
  }
  expect(text).toBe('');
  const { messages, status } = await conversations.history(caller, id);
  expect(status).toBe('human');
  expect(messages.map((message) => message.author)).toEqual(['customer', 'customer', 'system']);
  expect(messages[2]).toMatchObject({ language: 'en' });
  expect(await desk.open(id)).toMatchObject({ summary: expect.stringMatching(/^slow\nCustomer: where is my order/) });
  expect(summaries.map((summary) => summary.status)).toEqual(['dropped', 'dropped']);
  expect(runner.runs).toHaveLength(1);
  expect(await desk.resolve(id, mei)).toMatchObject({ status: 'closed' });
  const again = await turns.submit({ caller, conversationId: id, text: 'hello again' });
  while (runner.running() === 0) await sleep(5);
  expect((await conversations.history(caller, id)).status).toBe('bot');
  expect(again.conversationId).toBe(id);
});

it('tells the desk of every change, and again after its connection was cut', async () => {
  const { caller, tom } = fixture;
  const { conversations, desk, say, database: own } = await fixture.start();
  await say('desk-1', 'hi');
  const listening = new AbortController();
  const heard: string[] = [];
  const live = (async () => {
    for await (const change of desk.events({ signal: listening.signal })) {
      heard.push(`${change.conversationId} ${change.type === 'changed' ? change.status : change.type}`);
    }
  })();
  await vi.waitFor(async () => {
    await sql(own, `notify kefu_desk, 'probe bot'`);
    expect(heard).toContain('probe bot');
  });
  await conversations.handoff.request(caller, 'desk-1');
  await vi.waitFor(() => expect(heard).toContain('desk-1 waiting'));
  await desk.claim('desk-1', tom);
  await vi.waitFor(() => expect(heard).toContain('desk-1 human'));
  heard.length = 0;
  await sql(
    own,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'kefu notifications' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(heard).toContain('desk-1 human'), 5_000);
  listening.abort();
  await live;
});
const sql = (handle: DatabaseHandle, text: string) => handle.pool.query(text);

it('resumes live events after any number, however many are written meanwhile', async () => {
  const { caller, mei } = fixture;
  const { conversations, desk, say } = await fixture.start();
  const id = 'resumed-events';
  await say(id, '转人工');
  await desk.claim(id, mei);
  const writing = Promise.all(Array.from({ length: 60 }, (_, n) => desk.reply(id, mei, `reply ${n}`)));
  const ids: number[] = [];
  let after = 0;
  while (ids.length < 64) {
    const listening = new AbortController();
    let heard = 0;
    for await (const event of conversations.events(caller, id, { after, signal: listening.signal })) {
      if (event.id === null) continue;
      ids.push(event.id);
      after = event.id;
      heard += 1;
      if (heard === 7 || ids.length === 64) break;
    }
    listening.abort();
  }
  await writing;
  expect(ids).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
});
