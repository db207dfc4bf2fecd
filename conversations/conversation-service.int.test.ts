import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type DeskFixture, openDeskFixture } from '../testing/desk-fixture.ts';
import type { Script } from '../testing/scripted-runner.ts';
import type { Caller } from './ports.ts';

let fixture: DeskFixture;
beforeAll(async () => {
  fixture = await openDeskFixture();
});
afterEach(() => fixture.closeProcesses());
afterAll(() => fixture.database.close());

it('settles a confirmation once, whoever presses first', async () => {
  const { caller, database } = fixture;
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
  const [a, b] = [await fixture.start(script), await fixture.start(script)];
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
  const { caller } = fixture;
  const { conversations, say } = await fixture.start();
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
  const { caller, database } = fixture;
  const script: Script = () => ({
    result: { text: 'I do not know\0 \ud800', intent: 'unclear' },
    unanswered: { question: 'what is x', topic: 'x' },
    trace: { note: 'nul \0 here' },
    firstTokenMs: 2.5,
  });
  const { say, conversations } = await fixture.start(script);
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
