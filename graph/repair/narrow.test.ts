import { expect, test } from 'vitest';
import { slotsSchema } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { narrow } from './narrow.ts';

const dialogue = readDialogue({ lastRoute: 'order', lastIntent: 'track_order', focusOrderIds: ['BK-1001'] });
const slots = slotsSchema.parse({ dates: [{ from: '2026-03-03', to: '2026-03-03', text: '3月3号' }] });
const datesOf = (text: string) =>
  narrow(
    { text, intent: 'track_order', route: 'order', confidence: 1, slots, isQuestion: true, alternatives: [] },
    dialogue,
  ).slots.dates.length;

test('a day is that of the arrival of what is in view, unless it names another order', () => {
  expect(datesOf('3月3号能到吗')).toBe(0);
  expect(datesOf('3月3号那个订单呢')).toBe(1);
  expect(datesOf('and the one from March 3rd?')).toBe(1);
});
