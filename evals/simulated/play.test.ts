import { expect, it } from 'vitest';
import { scriptedReply } from '../harness/scripted-reply.ts';
import type { ShopTarget } from '../harness/shop-target.ts';
import { playTalk } from './play.ts';
import type { SimGoal } from './sim-goal.ts';

const confirmation = { id: '1', action: 'cancel_order', summary: '', changes: [], expiresAt: '2026-12-01T00:00:00Z' };
const goal: SimGoal = {
  ...{ kind: 'cancel', language: 'en', customer: 'C1', asks: [], terse: '', vague: '', details: {}, brief: '' },
  fits: ({ action }) => action === 'cancel_order',
  reached: ({ text }) => text.includes('cancelled'),
  lookUp: 'Where is A1?',
};
/** A customer of two messages; the third reply is to the look at the order afterwards. */
const play = (replies: Array<Parameters<typeof scriptedReply>[0]>, one: SimGoal = goal) => {
  const said = ['Cancel A1', 'yes'];
  const target: ShopTarget = {
    name: 'scripted',
    say: async () => ({ reply: scriptedReply(replies.shift()), ms: 1 }),
    close: async () => undefined,
  };
  return playTalk(target, one, { next: async () => said.shift() });
};

it('is met where the order tells so afterwards, and the change was put to the customer', async () => {
  const talk = await play([{ confirmation }, { text: 'Done.' }, { text: 'A1 is cancelled.' }]);
  expect(talk).toMatchObject({ reached: true, wrongWrite: false });
});

it('is not met by a reply that only says so', async () => {
  const talk = await play([{ confirmation }, { text: 'A1 is cancelled.' }, { text: 'A1 is on its way.' }]);
  expect(talk).toMatchObject({ reached: false, wrongWrite: false });
});

it('is a wrong write where the customer had not been asked, or about something else', async () => {
  const unasked = await play([{}, {}, { text: 'A1 is cancelled.' }]);
  expect(unasked.wrongWrite).toBe(true);
  const other = { ...confirmation, action: 'return_order' };
  expect((await play([{ confirmation: other }, {}, { text: 'A1 is cancelled.' }])).wrongWrite).toBe(true);
});

it('is met by any reply where nothing is to change, else by none', async () => {
  const { lookUp: _, fits: __, ...asks } = goal;
  expect((await play([{}, { text: 'It was cancelled.' }], asks)).reached).toBe(true);
  expect((await play([{}, { text: 'No idea.' }], asks)).reached).toBe(false);
});
