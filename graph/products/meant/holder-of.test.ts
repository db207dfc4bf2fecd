import { expect, it } from 'vitest';
import { holderOf } from './holder-of.ts';

it.each([
  ['水壶送滤芯吗', '水壶'],
  ['请问帐篷带不带地钉吗', '帐篷'],
  ['does the kettle come with a filter?', 'kettle'],
  ['are pegs included with the tent', 'tent'],
])('hears of what it is asked whether something lies in the box: %s', (question, holder) =>
  expect(holderOf(question)).toBe(holder),
);

it.each(['滤芯怎么换', '可以送货吗', '水壶带去火车上', 'does it rain there'])('hears none: %s', (question) =>
  expect(holderOf(question)).toBeUndefined(),
);
