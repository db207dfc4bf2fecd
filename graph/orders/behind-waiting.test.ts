import { expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { slotsSchema } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { readDialogue } from '../dialogue.ts';
import { behindWaiting } from './behind-waiting.ts';

const draft = { intent: 'return_request', orderId: 'BK-1001', args: { items: [{ line: 1 }] } };
const waiting = [{ intent: 'invoice_request', text: 'and an invoice', orderIds: ['BK-7'] }];

const task = (text: string, intent: string, over: Partial<BranchTask> = {}): BranchTask => ({
  index: 0,
  request: {
    ...{ text, intent, route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse({}),
  },
  language: 'en',
  script: 'latn',
  mood: 'neutral',
  dialogue: readDialogue({ draft }),
  ...over,
});
const behind = (asked: BranchTask, id = 'BK-1001', action = 'return_order') =>
  behindWaiting(asked, [anOrder({ id })], { pending: { action }, each: false });

it('a change of another order comes after the one that waits, behind what waits already', () => {
  const asked = task('cancel BK-2', 'cancel_order', { dialogue: readDialogue({ draft, upNext: waiting }) });
  const told = behind(asked, 'BK-2');
  expect(told?.text).toContain('cancel BK-2');
  expect(told?.dialogue?.upNext).toEqual([
    ...waiting,
    { intent: 'cancel_order', text: 'cancel BK-2', orderIds: ['BK-2'] },
  ]);
});

it('another kind of change of the same order comes after it, too', () => {
  expect(behind(task('I need an invoice', 'invoice_request'))?.dialogue?.upNext).toHaveLength(1);
  expect(behind(task('exchange the pen', 'exchange_request'))?.dialogue?.upNext).toHaveLength(1);
});

it('more of the same change, or another deed with the same goods, is of what waits', () => {
  expect(behind(task('return the pen', 'return_request'))).toBeUndefined();
  expect(behind(task('I would rather exchange it', 'exchange_request'))).toBeUndefined();
});

it('nothing comes after what does not wait any more', () => {
  expect(behind(task('cancel BK-2', 'cancel_order', { settled: true }), 'BK-2')).toBeUndefined();
  expect(
    behindWaiting(task('cancel BK-2', 'cancel_order'), [anOrder()], { pending: null, each: false }),
  ).toBeUndefined();
});
