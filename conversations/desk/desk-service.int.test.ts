import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createTranslator } from '../../graph/engines/openai-translate.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import { createOrderStore } from '../../stores/orders.ts';
import {
  type ConversationProcess,
  HOURLESS,
  RULELESS,
  startConversationProcess,
} from '../../testing/conversation-process.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { startScriptedModel } from '../../testing/scripted-model.ts';
import type { Script } from '../../testing/scripted-runner.ts';
import { orderFactsReader } from '../../tools/order-facts.ts';
import { WRITE_TOOLS } from '../../tools/write-tools.ts';
import { createConversationService } from '../conversation-service.ts';
import { createCustomerHandoff } from '../handoff/customer-handoff.ts';
import type { Caller, ConversationEvent, StaffMember } from '../ports.ts';
import { createTypingSignals } from '../typing.ts';
import { createChangeDesk } from './change-desk.ts';
import { createOrderChanges, type WantedChange } from './changes/order-changes.ts';
import { createDeskService } from './desk-service.ts';
import { createDeskTranslation } from './desk-translation.ts';

let database: DatabaseHandle;
let staff: StaffMember[];
const closers: Array<() => Promise<void>> = [];
const caller: Caller = { kind: 'customer', id: 'C1' };

beforeAll(async () => {
  database = await withTestDatabase();
  await database.db
    .insertInto('customers')
    .values(
      ['C1', 'C2'].map((id) => ({
        id,
        name: JSON.stringify({ zh: '林小雨', en: 'Lin Xiaoyu' }),
        email: 'lin@example.com',
        phone: null,
        locale: 'zh' as const,
      })),
    )
    .execute();
  staff = await database.db
    .insertInto('staff')
    .values(
      ['Mei', 'Tom'].map((name) => ({
        name,
        email: `${name}@example.com`,
        role: 'agent' as const,
        password_hash: 'x',
      })),
    )
    .returning(['id', 'email', 'name', 'role'])
    .execute();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(() => database.close());

const escalate: Script = ({ input }) =>
  input.text.includes('人工')
    ? {
        result: { text: '正在为您转接人工客服。', route: 'escalate', routes: ['escalate'], intent: 'human_agent' },
        handoff: { reason: 'customer_request', summary: '要人工', mood: 'angry', orderIds: ['A1', 'A2'] },
      }
    : `re: ${input.text}`;

async function start(script: Script = escalate) {
  const process: ConversationProcess = await startConversationProcess({ url: database.url, script });
  const { db } = process.database;
  const { notifications, turns } = process;
  const typing = createTypingSignals({ db, notifications });
  const conversations = createConversationService({
    db,
    notifications,
    typing,
    shop: HOURLESS,
    handoff: createCustomerHandoff({ db, shop: HOURLESS }),
    turns,
  });
  const desk = createDeskService({
    db,
    notifications,
    typing,
    loadOrders: (customerId) => Promise.resolve([{ type: 'order', id: `${customerId}-1` }]),
    loadApprovals: async () => [],
    suggest: async ({ history, reader }) => ({ text: `draft for a ${reader} after ${history.length}`, citations: [] }),
  });
  const close = async () => {
    conversations.close();
    await process.close();
  };
  closers.push(close);
  const say = async (conversationId: string, text: string) =>
    (await turns.submit({ caller, conversationId, text })).result;
  return { ...process, conversations, desk, say };
}

const [mei, tom] = [() => member(0), () => member(1)];
function member(index: number): StaffMember {
  const found = staff[index];
  if (!found) throw new Error('no such staff');
  return found;
}

it('hands a conversation to a person and back: silent while claimed, one speaker, the customer hears it live', async () => {
  const { say, desk, conversations, runner } = await start();
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
  await expect(desk.reply(id, mei(), '在的')).rejects.toMatchObject({ code: 'not_claimed' });
  expect(await desk.claim(id, mei())).toMatchObject({ status: 'human', claimedBy: { name: 'Mei' } });
  expect(await desk.claim(id, mei())).toMatchObject({ status: 'human', claimedBy: { name: 'Mei' } });
  await expect(desk.claim(id, tom())).rejects.toMatchObject({
    code: 'already_claimed',
    status: 409,
    message: expect.stringContaining('Mei'),
  });
  await expect(desk.reply(id, tom(), 'hi')).rejects.toMatchObject({ code: 'already_claimed' });
  const sent = await desk.reply(id, mei(), '您好，我是小美', { messageId: 'm-1' });
  expect(sent).toMatchObject({ author: 'agent', agentName: 'Mei' });
  expect(await desk.reply(id, mei(), '您好，我是小美', { messageId: 'm-1' })).toEqual(sent);
  expect(await say(id, '我要退货')).toMatchObject({ messageId: null, status: 'human' });
  const note = await desk.note(id, tom(), '老客户', 'n-1');
  expect(await desk.note(id, tom(), '老客户', 'n-1')).toEqual(note);
  expect(await desk.open(id)).toMatchObject({
    notes: [{ author: 'Tom', text: '老客户' }],
    profile: { id: 'C1', name: '林小雨', email: 'lin@example.com', phone: null },
    orders: [{ id: 'C1-1' }],
  });
  expect(await desk.suggest(id, mei())).toMatchObject({ text: 'draft for a customer after 7' });
  expect(runner.runs).toHaveLength(2);
  expect(await desk.giveBack(id, mei())).toMatchObject({ status: 'bot', claimedBy: null });
  expect(await desk.reply(id, mei(), '您好，我是小美', { messageId: 'm-1' })).toEqual(sent);
  await expect(desk.resolve(id, mei())).rejects.toMatchObject({ code: 'not_claimed' });
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
  expect(handoff).toMatchObject({ status: 'returned', order_ids: ['A1', 'A2'], claimed_by: mei().id });
});

it('puts an agent’s change to the customer, who alone can confirm it, once, by the button or a plain yes', async () => {
  const { db } = database;
  await db
    .insertInto('orders')
    .values(
      ['A1', 'A2', 'A3', 'B1'].map((id) => ({
        id,
        customer_id: id.startsWith('A') ? 'C1' : 'C2',
        status: id === 'A3' ? 'shipped' : 'paid',
        placed_at: new Date(),
        total: 90,
        shipping_address: JSON.stringify({ name: '林小雨', line: '旧街 1 号' }),
      })),
    )
    .execute();
  const { conversations, desk, say, runner } = await start();
  const deps = {
    db,
    orders: createOrderStore(db),
    orderFacts: orderFactsReader(db),
    tools: WRITE_TOOLS,
    policy: RULELESS,
    shop: { currency: 'CNY', timeZone: 'Asia/Shanghai' },
  };
  const changes = createOrderChanges(deps);
  const id = 'changed-at-the-desk';
  const wanted = { orderId: 'A1', action: 'cancel_order', args: {}, language: 'zh' as const };
  const propose = (change: Partial<WantedChange>, by = mei()) => changes.propose(id, by, { ...wanted, ...change });
  const asked = async (change: Partial<WantedChange>) => {
    const proposed = await propose(change);
    if (proposed.outcome === 'refused') throw new Error(proposed.text);
    return proposed.confirmation;
  };
  const statuses = async () => (await desk.open(id)).proposals.map(({ status }) => status);
  const statusOf = async (orderId: string) =>
    (await db.selectFrom('orders').select('status').where('id', '=', orderId).executeTakeFirstOrThrow()).status;

  await say(id, '转人工');
  await expect(propose({})).rejects.toMatchObject({ code: 'not_claimed' });
  await desk.claim(id, mei());
  const turns = runner.runs.length;
  await expect(propose({}, tom())).rejects.toMatchObject({ code: 'already_claimed' });
  await expect(propose({ orderId: 'B1' })).rejects.toMatchObject({ status: 404 });
  expect(await propose({ orderId: 'A3' })).toMatchObject({ outcome: 'refused', because: 'status' });
  expect(await statuses()).toEqual([]);

  // One press of two at once carries it out; a stranger's carries out nothing; a resend asks once.
  const first = await asked({ messageId: 'p-1' });
  expect((await asked({ messageId: 'p-1' })).id).toBe(first.id);
  const view = await conversations.history(caller, id);
  expect(view.pendingConfirmation).toMatchObject({ id: first.id });
  expect(view.messages.at(-1)).toMatchObject({
    author: 'agent',
    text: expect.stringMatching(/^请确认：取消订单 A1/),
    confirmation: { id: first.id, changes: expect.arrayContaining([expect.objectContaining({ field: '退款' })]) },
  });
  const press = (by: Caller, approve: boolean, confirmationId = first.id) =>
    conversations.settleConfirmation(by, id, confirmationId, approve);
  await expect(press({ kind: 'customer', id: 'C2' }, true)).rejects.toMatchObject({ status: 404 });
  const presses = await Promise.allSettled([press(caller, true), press(caller, true)]);
  expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(presses.find(({ status }) => status === 'fulfilled')).toMatchObject({
    value: { status: 'human', messageId: null, text: expect.stringContaining('A1 已取消') },
  });
  await expect(press(caller, false)).rejects.toMatchObject({ code: 'confirmation_settled' });
  expect([await statusOf('A1'), await statuses()]).toEqual(['cancelled', ['done']]);
  expect(await desk.open(id)).toMatchObject({
    unansweredSince: null,
    outcomes: { [first.id]: { status: 'done', by: 'customer' } },
  });

  // A yes counts only as the next word; after the agent went on it is an answer to the agent.
  await asked({ orderId: 'A2' });
  await desk.reply(id, mei(), '另外，需要开发票吗？');
  expect(await say(id, '好的')).toMatchObject({ status: 'human', text: '' });
  expect((await desk.open(id)).unansweredSince).not.toBeNull();
  expect([await statusOf('A2'), await statuses()]).toEqual(['paid', ['pending', 'done']]);
  const address = { orderId: 'A2', action: 'change_address', args: { address: '新街 2 号院 3 单元' } };
  const forms = await changes.forms(id, 'A2', 'zh');
  expect(forms.find(({ action }) => action === 'change_address')?.fields).toMatchObject([
    { kind: 'address', parts: expect.arrayContaining([{ name: 'line', value: '旧街 1 号' }]) },
  ]);
  expect(forms.some(({ action }) => action === 'change_items')).toBe(true);
  const same = { ...address, args: { address: '旧街1号，林小雨' } };
  expect(await propose(same)).toMatchObject({ outcome: 'refused', because: 'as_it_is' });
  await asked(address);
  expect(await say(id, '不用了')).toMatchObject({ text: expect.stringContaining('没有做任何改动') });
  await asked(address);
  expect(await say(id, '确认')).toMatchObject({ text: expect.stringContaining('新街 2 号院 3 单元') });
  expect((await desk.open(id)).unansweredSince).toBeNull();
  expect(await statuses()).toEqual(['done', 'rejected', 'expired', 'done']);
  const last = await asked({ orderId: 'A2' });
  await changes.withdraw(id, mei(), last.id);
  await expect(press(caller, true, last.id)).rejects.toMatchObject({ code: 'confirmation_expired' });
  expect(await statusOf('A2')).toBe('paid');

  const { messages } = await conversations.history(caller, id);
  expect(messages.filter(({ author }) => author === 'bot')).toHaveLength(1);
  expect(runner.runs).toHaveLength(turns);
  const ledger = createChangeDesk({ ...deps, settler: { settle: () => Promise.reject() } });
  expect(await ledger.ledger({ customerId: 'C1' })).toMatchObject([
    { orderId: 'A2', action: 'change_address', actor: 'customer', proposedBy: 'Mei' },
    { orderId: 'A1', action: 'cancel_order', actor: 'customer', proposedBy: 'Mei' },
  ]);
  const [newest] = await ledger.ledger({ limit: 1 });
  expect(newest).toMatchObject({ conversationId: id, undoneBy: null, changes: [expect.anything()] });
  const older = await ledger.ledger({ before: newest?.id });
  expect(older.map(({ orderId }) => orderId)).toEqual(['A1']);
  expect(await ledger.ledger({ action: 'return_order' })).toEqual([]);
});

it('translates what customers wrote, each message once, and says which could not be', async () => {
  const { say, conversations } = await start();
  const id = 'translated';
  await say(id, '我的快递到哪了');
  const [asked] = (await conversations.history(caller, id)).messages;
  if (!asked) throw new Error('No message.');
  let calls = 0;
  const translate = async () => {
    calls += 1;
    if (calls === 1) throw new Error('busy');
    return 'Where is my parcel';
  };
  const desk = createDeskTranslation({ db: database.db, translator: { model: 'm', translate } });
  const messageIds = [asked.id, 'of-nobody'];
  expect(await desk.messages(id, messageIds, 'en')).toEqual([{ messageId: asked.id, text: null }]);
  const done = [{ messageId: asked.id, text: 'Where is my parcel' }];
  expect(await desk.messages(id, messageIds, 'en')).toEqual(done);
  expect(await desk.messages(id, messageIds, 'en')).toEqual(done);
  expect(calls).toBe(2);
  expect(await desk.messages('another', messageIds, 'en')).toEqual([]);
  const none = createDeskTranslation({ db: database.db, translator: undefined });
  await expect(none.messages(id, messageIds, 'en')).rejects.toMatchObject({ code: 'no_model' });
});

it('translates an agent’s reply for the customer, and keeps what was written for the desk alone', async () => {
  const { desk, say, conversations } = await start();
  const script = [{ text: 'Your parcel comes on Friday.' }, { text: 'Your parcel', finishReason: 'length' as const }];
  const model = await startScriptedModel({ script });
  onTestFinished(() => model.close());
  const at = { apiKey: 'scripted', baseUrl: model.url, model: 'scripted', embeddingModel: undefined };
  const translator = createTranslator({ model: { ...at, timeoutMs: 5_000 }, logger: pino({ level: 'silent' }) });
  const translation = createDeskTranslation({ db: database.db, translator });
  const id = 'reply-translated';
  await say(id, 'where is my parcel, I want a person');
  await conversations.handoff.request(caller, id);
  await desk.claim(id, mei());

  const original = '您的包裹周五到。';
  const { text, language } = await translation.reply(id, original);
  expect({ text, language }).toEqual({ text: 'Your parcel comes on Friday.', language: 'en' });
  expect(JSON.stringify(model.requests[0]?.messages)).toContain('English');
  await expect(translation.reply(id, original)).rejects.toMatchObject({ code: 'translation_failed', status: 503 });
  await expect(translation.reply('nowhere', original)).rejects.toMatchObject({ status: 404 });
  const none = createDeskTranslation({ db: database.db, translator: undefined });
  await expect(none.reply(id, original)).rejects.toMatchObject({ code: 'no_model' });

  await desk.reply(id, mei(), text, { original });
  expect((await desk.open(id)).messages.at(-1)).toMatchObject({ author: 'agent', text, original });
  const seen = await conversations.history(caller, id);
  expect(seen.messages.at(-1)).toMatchObject({ author: 'agent', text });
  expect(JSON.stringify(seen)).not.toContain(original);
});

it('lets one of many who claim at once have the conversation', async () => {
  const { desk, conversations, say } = await start();
  for (let round = 0; round < 100; round++) {
    const id = `race-${round}`;
    if (round === 0) await say(id, 'hello');
    else await database.db.insertInto('conversations').values({ id, owner_kind: 'customer', owner_id: 'C1' }).execute();
    await conversations.handoff.request(caller, id);
    const claims = await Promise.allSettled([desk.claim(id, mei()), desk.claim(id, tom())]);
    expect(claims.filter((claim) => claim.status === 'fulfilled')).toHaveLength(1);
    const lost = claims.find((claim) => claim.status === 'rejected');
    expect(lost?.status === 'rejected' && lost.reason).toMatchObject({ code: 'already_claimed' });
  }
});

it('writes not one bot message once a person was called, though a turn was running', async () => {
  const script: Script = async ({ emit, signal }) => {
    emit({ type: 'delta', text: 'let me see' });
    await sleep(5_000, undefined, { signal }).catch(() => undefined);
    emit({ type: 'delta', text: ' TOO LATE' });
    return 'let me see TOO LATE';
  };
  const { turns, runner, conversations, desk, summaries } = await start(script);
  const id = 'claimed-while-running';
  const running = await turns.submit({ caller, conversationId: id, text: 'where is my order' });
  const queued = await turns.submit({ caller, conversationId: id, text: 'and the other one' });
  while (runner.running() === 0) await sleep(5);
  expect(await conversations.handoff.request(caller, id, { reason: 'slow' })).toEqual({ status: 'waiting' });
  expect(await conversations.handoff.request(caller, id)).toEqual({ status: 'waiting' });
  await desk.claim(id, mei());
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
  expect(await desk.resolve(id, mei())).toMatchObject({ status: 'closed' });
  const again = await turns.submit({ caller, conversationId: id, text: 'hello again' });
  while (runner.running() === 0) await sleep(5);
  expect((await conversations.history(caller, id)).status).toBe('bot');
  expect(again.conversationId).toBe(id);
});

it('tells the desk of every change, and again after its connection was cut', async () => {
  const { conversations, desk, say, database: own } = await start();
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
  await desk.claim('desk-1', tom());
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
  const { conversations, desk, say } = await start();
  const id = 'resumed-events';
  await say(id, '转人工');
  await desk.claim(id, mei());
  const writing = Promise.all(Array.from({ length: 60 }, (_, n) => desk.reply(id, mei(), `reply ${n}`)));
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

it('settles a confirmation once, whoever presses first', async () => {
  const asked = new Map<string, string>();
  const script: Script = async ({ input }) => {
    if (input.settlement) {
      await database.db
        .updateTable('confirmations')
        .set({ status: input.settlement.approve ? 'done' : 'rejected' })
        .where('id', '=', input.settlement.confirmationId)
        .execute();
      return `settled ${input.pendingConfirmation?.summary} ${input.settlement.approve}`;
    }
    const id = randomUUID();
    asked.set(input.conversationId, id);
    const changes = [{ field: 'status', from: 'paid', to: 'cancelled' }];
    const expiresAt = new Date(Date.now() + (input.text === 'short' ? 50 : 60_000));
    const view = { id, action: 'cancel_order', summary: 'Cancel A1', changes, expiresAt: expiresAt.toISOString() };
    return {
      result: { text: 'Shall I?', confirmation: view },
      confirmation: { ...view, customerId: 'C1', args: { orderId: 'A1' }, expiresAt },
    };
  };
  const [a, b] = [await start(script), await start(script)];
  for (let round = 0; round < 20; round++) {
    const id = `confirm-${round}`;
    const first = await a.say(id, 'cancel my order');
    const confirmationId = asked.get(id) ?? '';
    expect(await a.conversations.history(caller, id)).toMatchObject({
      pendingConfirmation: first.confirmation,
      outcomes: { [confirmationId]: { status: 'pending', at: null } },
    });
    const presses = await Promise.allSettled(
      [a, b, a, b].map((one, n) => one.conversations.settleConfirmation(caller, id, confirmationId, n % 2 === 0)),
    );
    const settled = presses.filter((press) => press.status === 'fulfilled');
    expect(settled).toHaveLength(1);
    expect(settled[0]?.value.text).toMatch(/^settled Cancel A1 (true|false)$/);
    for (const press of presses) {
      if (press.status === 'rejected')
        expect(press.reason).toMatchObject({ code: 'confirmation_settled', status: 409 });
    }
    const view = await a.conversations.history(caller, id);
    expect(view.pendingConfirmation).toBeNull();
    expect(view.messages.map((message) => message.author)).toEqual(['customer', 'bot', 'customer', 'bot']);
    expect(['Confirm', 'Cancel']).toContain(view.messages[2]?.text);
  }
  const press = (conversationId: string, confirmationId: string, by = caller) =>
    a.conversations.settleConfirmation(by, conversationId, confirmationId, true);
  await expect(press('confirm-0', asked.get('confirm-1') ?? '')).rejects.toMatchObject({ status: 404 });
  await expect(press('confirm-0', 'nonsense')).rejects.toMatchObject({ status: 404 });
  await expect(press('confirm-0', asked.get('confirm-0') ?? '', { kind: 'customer', id: 'C2' })).rejects.toMatchObject({
    status: 404,
  });
  await a.say('confirm-late', 'short');
  await sleep(60);
  await expect(press('confirm-late', asked.get('confirm-late') ?? '')).rejects.toMatchObject({
    code: 'confirmation_expired',
  });
  await a.say('confirm-person', 'cancel it');
  await a.conversations.handoff.request(caller, 'confirm-person');
  await expect(press('confirm-person', asked.get('confirm-person') ?? '')).rejects.toMatchObject({
    code: 'confirmation_expired',
  });
  const older = asked.get('confirm-0');
  await a.say('confirm-0', 'cancel another');
  await a.say('confirm-0', 'no, cancel this one');
  expect(asked.get('confirm-0')).not.toBe(older);
  const pending = await database.db
    .selectFrom('confirmations')
    .select('id')
    .where('conversation_id', '=', 'confirm-0')
    .where('status', '=', 'pending')
    .execute();
  expect(pending).toEqual([{ id: asked.get('confirm-0') }]);
});

it('keeps the last rating of a reply, and only of replies of the own conversation', async () => {
  const { conversations, say } = await start();
  const { messageId } = await say('rated', 'hello');
  const rate = (rating: 'up' | 'down', id: string, by = caller) =>
    conversations.giveFeedback(by, 'rated', { messageId: id, rating, comment: 'meh' });
  await rate('down', messageId ?? '');
  await rate('up', messageId ?? '');
  const { messages } = await conversations.history(caller, 'rated');
  expect(messages.map((message) => message.feedback)).toEqual([undefined, 'up']);
  await expect(rate('up', messages[0]?.id ?? '')).rejects.toMatchObject({ status: 404 });
  const { messageId: other } = await say('rated-2', 'hello');
  await expect(rate('up', other ?? '')).rejects.toMatchObject({ status: 404 });
  const stranger: Caller = { kind: 'visitor', id: 'C1' };
  await expect(rate('up', messageId ?? '', stranger)).rejects.toMatchObject({ status: 404 });
  await expect(conversations.history(stranger, 'rated')).rejects.toMatchObject({ status: 404 });
  await expect(conversations.handoff.request(stranger, 'rated')).rejects.toMatchObject({ status: 404 });
  const signal = AbortSignal.timeout(1_000);
  await expect(
    conversations.events(stranger, 'rated', { signal })[Symbol.asyncIterator]().next(),
  ).rejects.toMatchObject({ status: 404 });
});

it('stores what came of a turn: the gap, the trace, odd characters', async () => {
  const script: Script = () => ({
    result: { text: 'I do not know\0 \ud800', intent: 'unclear' },
    unanswered: { question: 'what is x', topic: 'x' },
    trace: { note: 'nul \0 here' },
    firstTokenMs: 2.5,
  });
  const { say, conversations } = await start(script);
  const result = await say('gap', 'what is x');
  expect(result.messageId).not.toBeNull();
  const turn = await database.db
    .selectFrom('turns')
    .selectAll()
    .where('conversation_id', '=', 'gap')
    .executeTakeFirstOrThrow();
  expect(turn).toMatchObject({ status: 'done', route: 'knowledge', engine: 'local', first_token_ms: 2.5 });
  expect(turn.trace).toEqual({ note: 'nul  here' });
  expect(
    await database.db.selectFrom('unanswered_questions').select(['question', 'topic', 'language']).execute(),
  ).toEqual([{ question: 'what is x', topic: 'x', language: 'en' }]);
  expect((await conversations.history(caller, 'gap')).messages[1]?.text).toMatch(/^I do not know/);
});
