import { expect, it } from 'vitest';
import { overstates, paysOtherwise } from './claims.ts';

it('tells who pays, and when a claim makes the other one pay', () => {
  expect(paysOtherwise('运费由我们承担', '无理由退货由顾客承担')).toBe(true);
  expect(paysOtherwise('这笔运费您自己出', '无理由退货由买家承担')).toBe(false);
  expect(paysOtherwise('We pay the return postage', 'if you change your mind you pay $7')).toBe(true);
  expect(paysOtherwise('Return postage is $7', 'you pay $7')).toBe(false);
});

it('does not let a claim be wider than its source', () => {
  expect(overstates('Home assembly is free.', 'Assembly at your home costs $60.')).toBe(true);
  expect(overstates('金卡终身有效', '金卡有效期一年')).toBe(true);
  expect(overstates('仓库收到当天退款', '收到后 3 个工作日内退款')).toBe(true);
  expect(overstates('Delivery is free.', 'Free delivery for members.')).toBe(false);
  expect(overstates('换开一次', '可以换开一次')).toBe(false);
});
