import { expect, it } from 'vitest';
import { unfounded } from './numbers.ts';

const facts = 'Refund within 7 days. {"total":1299,"placedAt":"2026-11-18T20:30:00.000Z"}';

it.each([
  ['You have 7 days [1].'],
  ['共 ¥1,299.00，1２９9'.replace('1２９9', '7 天')],
  // The evening in London is the next morning in Shanghai.
  ['Placed on 19/11/2026 at 04:30.'],
  ['1. Ask.\n2. Send it.\n3. Wait 7 days.'],
  ['步骤如下：\n1、申请。\n2、寄回。\n3、等 7 天。'],
])('bears out %s', (reply) => {
  expect(unfounded(reply, facts, 'Asia/Shanghai')).toEqual([]);
});

it.each([
  ['You have 14 days [1].', 14],
  ['共 ¥1,298.00', 1298],
  ['Placed on 2026-12-19', 12],
  ['1. Ask.\n2. Wait 14 days.', 14],
  ['1. Ask.\n5. Wait 7 days.', 5],
  ['It costs\n3. Or so.', 3],
  ['1.5 kg', 1.5],
])('does not bear out %s', (reply, number) => {
  expect(unfounded(reply, facts, 'Asia/Shanghai')).toContain(number);
});
