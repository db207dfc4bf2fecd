import { describe, expect, it } from 'vitest';
import { seeded } from '../../testing/seeded.ts';
import type { Reply } from '../harness/shop-target.ts';
import { playTalk } from './play.ts';
import { createRuleCustomer, type RuleCustomerOptions } from './rule-customer.ts';
import type { SimGoal } from './sim-goal.ts';

const goal: SimGoal = {
  ...{ kind: 'address', language: 'en', customer: 'reader', details: { orderId: 'BK-1001', address: '5 Elm Road' } },
  ...{ asks: ['Change the address of order BK-1001.'], terse: 'BK-1001 new address', vague: 'I need help', brief: '' },
  fits: ({ summary }) => summary.includes('BK-1001'),
  reached: ({ text }) => text.includes('5 Elm Road'),
  lookUp: 'Show me order BK-1001',
};
const reply = (change: Partial<Reply>): Reply => ({
  ...{ conversationId: 'c', messageId: 'm', status: 'bot', route: 'order', intent: 'change_address', confidence: 1 },
  ...{ language: 'en', text: '', citations: [], cards: [], confirmation: null, engine: 'local', degraded: false },
  ...change,
});
const toConfirm = (summary: string): Partial<Reply> => ({
  text: 'Please confirm.',
  confirmation: { id: 'x', action: 'change_address', summary, changes: [], expiresAt: '' },
});
const customer = (options: Partial<RuleCustomerOptions> = {}) =>
  createRuleCustomer({ goal, temperament: 'terse', mistake: 'none', random: seeded(1), ...options });

describe('a customer played by rules', () => {
  it('asks, answers what is asked, says yes to what was meant, and leaves', async () => {
    const one = customer();
    expect(await one.next(undefined)).toBe('BK-1001 new address');
    expect(await one.next(reply({ text: 'What is the new address?' }))).toBe('5 Elm Road');
    expect(await one.next(reply(toConfirm('Change the address of BK-1001')))).toMatch(/yes|go ahead|correct/i);
    expect(await one.next(reply({ text: 'Done.' }))).toBeUndefined();
  });

  it('presses a button that holds what it knows', async () => {
    const one = customer();
    await one.next(undefined);
    expect(await one.next(reply({ text: 'Which one?', quickReplies: ['BK-1002', 'BK-1001'] }))).toBe('BK-1001');
  });

  it('says no to another change', async () => {
    const one = customer();
    await one.next(undefined);
    expect(await one.next(reply(toConfirm('Cancel order BK-1002')))).toMatch(/^no/i);
  });

  it('misreads a number first and corrects it', async () => {
    const one = customer({ mistake: 'wrong number' });
    const first = await one.next(undefined);
    expect(first).toMatch(/^BK-\d{4} new address$/);
    expect(first).not.toContain('BK-1001');
    expect(await one.next(reply({ text: 'I could not find it.' }))).toContain('BK-1001');
  });

  it('comes back to a change after a digression', async () => {
    const one = customer({ mistake: 'digression' });
    await one.next(undefined);
    expect(await one.next(reply(toConfirm('Change the address of BK-1001')))).toMatch(/\?|by the way/i);
    expect(await one.next(reply({ text: 'Shipping is free.' }))).toMatch(/yes|go ahead|correct/i);
  });

  it('gives up when nothing helps', async () => {
    const one = customer();
    let last: string | undefined = await one.next(undefined);
    for (let turn = 0; turn < 20 && last !== undefined; turn++) last = await one.next(reply({ text: 'Hm.' }));
    expect(last).toBeUndefined();
  });

  it('is the same for the same seed', async () => {
    const first = (seed: number) =>
      customer({ temperament: 'chatty', mistake: 'typos', random: seeded(seed) }).next(undefined);
    expect(await first(3)).toBe(await first(3));
  });
});

describe('what came of a talk', () => {
  const target = (replies: Array<Partial<Reply>>, after: string) => ({
    name: 'scripted',
    say: async ({ text }: { text: string }) => ({
      reply: reply(text === goal.lookUp ? { text: after } : (replies.shift() ?? { text: 'Hm.' })),
      ms: 0,
    }),
    close: async () => undefined,
  });

  it('is reached when a later look shows it', async () => {
    const talk = await playTalk(target([toConfirm('BK-1001')], 'goes to 5 Elm Road'), goal, customer());
    expect(talk).toMatchObject({ reached: true, wrongWrite: false });
  });

  it('is not reached by a promise', async () => {
    const talk = await playTalk(
      target([toConfirm('BK-1001'), { text: '5 Elm Road it is' }], 'Old Street'),
      goal,
      customer(),
    );
    expect(talk).toMatchObject({ reached: false, wrongWrite: false });
  });

  it('is a wrong write when it was done without having been put to the customer', async () => {
    const talk = await playTalk(target([{ text: 'Done!' }], 'goes to 5 Elm Road'), goal, customer());
    expect(talk.wrongWrite).toBe(true);
  });
});
