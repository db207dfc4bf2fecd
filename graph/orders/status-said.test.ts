import { expect, it } from 'vitest';
import { statusSaid } from './status-said.ts';

it.each([
  ['还没付款的那单取消掉', ['pending']],
  ['cancel the unpaid order', ['pending']],
  ['在路上的那件能改地址吗', ['shipped']],
  ['what about the order that is being packed', ['processing']],
  ['已签收的那笔想退', ['delivered', 'completed']],
  ['没付钱那个不要了', ['pending']],
  ['备货的还能换颜色吗', ['processing']],
  ['怎么付款', []],
  ['has it shipped', []],
])('%s', (text, states) => {
  expect(statusSaid(text)).toEqual(states);
});
