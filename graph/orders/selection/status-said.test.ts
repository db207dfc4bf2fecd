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
  ["everything that hasn't been sent yet", ['pending', 'paid', 'processing']],
  ['cancel all unshipped orders', ['pending', 'paid', 'processing']],
  ['没发货的全部取消', ['pending', 'paid', 'processing']],
  ['还没发出的那单', ['pending', 'paid', 'processing']],
  ['没收到的那单改数量', ['pending', 'paid', 'processing', 'shipped']],
  ["the one that hasn't arrived", ['pending', 'paid', 'processing', 'shipped']],
  ['送到的那单', ['delivered', 'completed']],
  ['the order that came', ['delivered', 'completed']],
  ['有个单子一直没付款', ['pending']],
  ['怎么还没收到', []],
  ["it hasn't shipped yet, why", []],
  ['怎么还没发货', []],
  ['怎么付款', []],
  ['has it shipped', []],
])('%s', (text, states) => {
  expect(statusSaid(text)).toEqual(states);
});
