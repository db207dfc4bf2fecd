import { expect, it } from 'vitest';
import { asksWhichDay } from './asks-which-day.ts';

it.each(['which day exactly', 'you said that already. which day?', '具体哪天到', '到底几号'])(
  'when it comes: %s',
  (said) => expect(asksWhichDay(said)).toBe(true),
);

it.each(['what day did I order it', '我是几号下单的', 'some day', 'when'])('something else: %s', (said) =>
  expect(asksWhichDay(said)).toBe(false),
);
