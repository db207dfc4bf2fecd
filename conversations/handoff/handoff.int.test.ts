import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readOpeningHours } from '../../graph/opening-hours.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { startConversationProcess } from '../../testing/programs/conversation-process.ts';
import { createConversationService } from '../conversation-service.ts';
import { createDeskService } from '../desk/desk-service.ts';
import { deskSettingsSchema, writeDeskSettings } from '../desk/desk-settings.ts';
import { createPresence } from '../desk/presence.ts';
import type { Caller, ConversationEvent, DeskChange, StaffMember } from '../ports.ts';
import { createTypingSignals } from '../typing.ts';
import { createCustomerHandoff } from './customer-handoff.ts';
import { createHandoffClock } from './handoff-clock.ts';
import { createHandoffRuleService } from './rule-service.ts';

const logger = pino({ level: 'silent' });
const caller: Caller = { kind: 'visitor', id: 'V1' };
const shop = {
  timeZone: 'Asia/Shanghai',
  supportHours: null,
  openingHours: readOpeningHours('每天 00:00-24:00') ?? null,
};
const closers: Array<() => Promise<void>> = [];
let database: DatabaseHandle;
let mei: StaffMember;
let tom: StaffMember;

beforeAll(async () => {
  database = await withTestDatabase();
  const member = (name: string) =>
    database.db
      .insertInto('staff')
      .values({ name, email: `${name}@example.com`, role: 'agent', password_hash: 'x' })
      .returning(['id', 'email', 'name', 'role'])
      .executeTakeFirstOrThrow();
  mei = await member('Mei');
  tom = await member('Tom');
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(() => database.close());

async function start() {
  const process = await startConversationProcess({ url: database.url, script: ({ input }) => `re: ${input.text}` });
  const { db } = process.database;
  const { notifications, turns } = process;
  const typing = createTypingSignals({ db, notifications });
  const conversations = createConversationService({
    db,
    notifications,
    typing,
    shop,
    handoff: createCustomerHandoff({ db, shop }),
    turns,
  });
  const desk = createDeskService({
    db,
    notifications,
    typing,
    loadOrders: async () => [],
    loadApprovals: async () => [],
    suggest: async () => ({ text: '', citations: [] }),
  });
  const clock = createHandoffClock({ db, shop, logger });
  closers.push(async () => {
    await clock.stop();
    conversations.close();
    await process.close();
  });
  const say = async (id: string, text: string) => (await turns.submit({ caller, conversationId: id, text })).result;
  const lastText = async (id: string) => (await conversations.history(caller, id)).messages.at(-1);
  return { ...process, db, conversations, desk, clock, say, lastText };
}

it('tells a customer their place, lets them leave contact or go back to the bot, and answers on from there', async () => {
  const { conversations, desk, say, lastText } = await start();
  await say('first', 'hello');
  await conversations.handoff.request(caller, 'first');
  await say('second', 'hello there');
  await conversations.handoff.request(caller, 'second');
  expect(await lastText('second')).toMatchObject({
    author: 'system',
    text: expect.stringContaining('One customer is ahead'),
  });
  expect((await conversations.history(caller, 'second')).handoff).toMatchObject({
    ahead: 1,
    open: true,
    agentName: null,
  });

  await conversations.handoff.leaveContact(caller, 'second', { email: 'me@example.com', note: 'call me' });
  expect((await desk.list({ status: ['waiting'] })).find((entry) => entry.conversationId === 'second')).toMatchObject({
    contact: { email: 'me@example.com', note: 'call me' },
  });

  expect(await conversations.handoff.cancel(caller, 'second')).toMatchObject({ status: 'bot' });
  expect(await conversations.handoff.cancel(caller, 'second')).toEqual({ status: 'bot' });
  expect(await say('second', 'still there?')).toMatchObject({ status: 'bot', text: 're: still there?' });
  expect((await conversations.history(caller, 'second')).handoff).toBeNull();

  await conversations.handoff.request(caller, 'second');
  expect(await say('second', 'back to the assistant')).toMatchObject({
    status: 'bot',
    text: expect.stringContaining('out of the queue'),
  });
  expect(await say('second', 'good')).toMatchObject({ text: 're: good' });

  await desk.claim('first', mei);
  expect(await say('first', 'back to the assistant')).toMatchObject({ status: 'human', text: '' });
  await expect(conversations.handoff.cancel(caller, 'first')).rejects.toMatchObject({ code: 'with_person' });
  await expect(conversations.handoff.leaveContact(caller, 'second', { phone: '1' })).rejects.toMatchObject({
    code: 'not_waiting',
  });
  const stranger: Caller = { kind: 'visitor', id: 'V2' };
  await expect(conversations.handoff.cancel(stranger, 'first')).rejects.toMatchObject({ status: 404 });
  await desk.resolve('first', mei);
});

it('passes a conversation on and puts it back; only its owner may, and every step is kept', async () => {
  const { conversations, desk, say, db } = await start();
  await say('passed', 'hi');
  await conversations.handoff.request(caller, 'passed');
  await desk.claim('passed', mei);
  await expect(desk.transfer('passed', tom, mei.id)).rejects.toMatchObject({ code: 'already_claimed' });
  await expect(desk.transfer('passed', mei, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    status: 404,
  });
  expect(await desk.transfer('passed', mei, tom.id)).toMatchObject({ claimedBy: { name: 'Tom' } });
  await expect(desk.reply('passed', mei, 'hm')).rejects.toMatchObject({ code: 'already_claimed' });
  await desk.reply('passed', tom, 'Tom here');
  expect(await desk.release('passed', tom)).toMatchObject({ status: 'waiting', claimedBy: null });
  await desk.claim('passed', mei);
  await desk.giveBack('passed', mei, 'customer wants order A7 on Friday');
  const steps = await db
    .selectFrom('handoff_steps as s')
    .innerJoin('handoffs as h', 'h.id', 's.handoff_id')
    .select(['s.step', 'h.learned', 'h.first_reply_at'])
    .where('h.conversation_id', '=', 'passed')
    .orderBy('s.id')
    .execute();
  expect(steps.map((one) => one.step)).toEqual(['claimed', 'transferred', 'released', 'claimed', 'returned']);
  expect(steps[0]).toMatchObject({ learned: 'customer wants order A7 on Friday', first_reply_at: expect.any(Date) });
  // What the agent wrote for the bot reaches its state, and not the customer.
  const { dialogue } = await db
    .selectFrom('conversations')
    .select('dialogue')
    .where('id', '=', 'passed')
    .executeTakeFirstOrThrow();
  expect(dialogue).toMatchObject({ learned: 'customer wants order A7 on Friday' });
  expect(JSON.stringify(await conversations.history(caller, 'passed'))).not.toContain('A7');
});

it('says once that it takes longer, and takes a conversation from an agent who went silent', async () => {
  const { conversations, desk, say, db, clock, lastText } = await start();
  await writeDeskSettings(db, deskSettingsSchema.parse({ nudgeAfter: 5, releaseAfter: 10 }));
  await say('slow', 'hi');
  await conversations.handoff.request(caller, 'slow');
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  expect(await clock.tick(inMinutes(4))).toEqual({ nudged: 0, released: 0 });
  expect(await clock.tick(inMinutes(6))).toEqual({ nudged: 1, released: 0 });
  expect(await clock.tick(inMinutes(7))).toEqual({ nudged: 0, released: 0 });
  expect((await lastText('slow'))?.text).toContain('back to the assistant');

  await desk.claim('slow', mei);
  await say('slow', 'are you there?');
  expect(await clock.tick(inMinutes(9))).toMatchObject({ released: 0 });
  expect(await Promise.all([clock.tick(inMinutes(11)), clock.tick(inMinutes(11))])).toContainEqual({
    nudged: 0,
    released: 1,
  });
  expect(await desk.list({ status: ['waiting'] })).toMatchObject([{ conversationId: 'slow', claimedBy: null }]);
  await desk.claim('slow', tom);
  await desk.reply('slow', tom, 'I am');
  expect(await clock.tick(inMinutes(30))).toEqual({ nudged: 0, released: 0 });
  await desk.resolve('slow', tom);
});

it('speaks traditional Chinese to a customer who writes it, after the return too', async () => {
  const { conversations, desk, say, db, lastText } = await start();
  await say('hant', '你好');
  await db
    .updateTable('conversations')
    .set({ language: 'zh', dialogue: JSON.stringify({ script: 'hant' }) })
    .where('id', '=', 'hant')
    .execute();
  await conversations.handoff.request(caller, 'hant');
  expect((await lastText('hant'))?.text).toContain('轉接');
  await desk.claim('hant', mei);
  await desk.release('hant', mei);
  expect((await lastText('hant'))?.text).toContain('重新排隊');
  await desk.claim('hant', mei);
  await desk.giveBack('hant', mei);
  expect((await lastText('hant'))?.text).toContain('處理完畢');
  await conversations.handoff.request(caller, 'hant');
  expect(await say('hant', '返回智能客服')).toMatchObject({
    status: 'bot',
    text: expect.stringContaining('已取消排隊'),
  });
});

it('shows typing to the other side only, and stores nothing of it', async () => {
  const { conversations, desk, say } = await start();
  await say('typed', 'hi');
  await conversations.handoff.request(caller, 'typed');
  await desk.claim('typed', mei);
  const end = new AbortController();
  const heard: Array<ConversationEvent | DeskChange> = [];
  const follow = async (events: AsyncIterable<ConversationEvent | DeskChange>) => {
    for await (const event of events) if (event.type === 'typing') heard.push(event);
  };
  const { lastEventId } = await conversations.history(caller, 'typed');
  const both = [
    follow(conversations.events(caller, 'typed', { after: lastEventId, signal: end.signal })),
    follow(desk.events({ signal: end.signal })),
  ];
  await vi.waitFor(async () => {
    await desk.type('typed', mei);
    expect(heard).toContainEqual({ id: null, type: 'typing', payload: { by: 'agent' } });
  });
  await desk.type('typed', tom);
  await vi.waitFor(async () => {
    await conversations.type(caller, 'typed');
    expect(heard).toContainEqual({ type: 'typing', conversationId: 'typed' });
  });
  expect((await conversations.history(caller, 'typed')).lastEventId).toBe(lastEventId);
  end.abort();
  await Promise.all(both);
  await desk.resolve('typed', mei);
});

it('holds the rules in force in every process, and in the order given', async () => {
  const { db, notifications } = await start();
  const here = createHandoffRuleService({ db, notifications, logger });
  const there = createHandoffRuleService({ db, notifications, logger });
  const rule = (name: string, enabled = true) => ({
    name,
    enabled,
    action: 'handoff' as const,
    conditions: { words: [name] },
  });
  const first = await here.create(rule('lawyer'));
  const second = await here.create(rule('press'));
  await here.create(rule('off', false));
  await vi.waitFor(() => expect(there.inForce().map(({ name }) => name)).toEqual(['lawyer', 'press']));
  await there.reorder([second.id, first.id]);
  await vi.waitFor(() => expect(here.inForce().map(({ name }) => name)).toEqual(['press', 'lawyer']));
  await here.remove(second.id);
  await vi.waitFor(() => expect(there.inForce().map(({ name }) => name)).toEqual(['lawyer']));
  await expect(here.remove(second.id)).rejects.toMatchObject({ status: 404 });
  here.close();
  there.close();
});

it('counts a rating once a talk, and knows which agents are at their desks', async () => {
  const { conversations, desk, say, db } = await start();
  await say('rated-talk', 'hi');
  await conversations.handoff.rate(caller, 'rated-talk', { score: 2 });
  await conversations.handoff.rate(caller, 'rated-talk', { score: 4, comment: 'better' });
  await conversations.handoff.request(caller, 'rated-talk');
  await conversations.handoff.rate(caller, 'rated-talk', { score: 5 });
  const ratings = await db
    .selectFrom('ratings')
    .select(['score', 'handoff_id'])
    .where('conversation_id', '=', 'rated-talk')
    .orderBy('score')
    .execute();
  expect(ratings).toEqual([
    { score: 4, handoff_id: null },
    { score: 5, handoff_id: expect.any(String) },
  ]);
  const presence = createPresence(db);
  await presence.seen(mei);
  await presence.seen(tom, false);
  await desk.claim('rated-talk', mei);
  expect(await presence.colleagues()).toMatchObject([
    { name: 'Mei', presence: 'available', conversations: 1 },
    { name: 'Tom', presence: 'busy', conversations: 0 },
  ]);
});
