import { expect, it } from 'vitest';
import { slotsSchema } from '../types.ts';
import { procedureQuestion, questionOfOrder, stillChanges } from './procedure.ts';

const none = slotsSchema.parse({});
const named = slotsSchema.parse({ orderIds: ['A-1001'] });

it.each([
  ['怎么退货?', 'return_request', 'return_policy'],
  ['how do i return something?', 'return_request', 'return_policy'],
  ['how can i change my address', 'change_address', 'account_question'],
  ['can i send back worn shoes?', 'return_request', 'return_policy'],
  ['怎么开发票', 'invoice_request', 'invoice_question'],
  ['how should i pack the vases to send them back', 'return_request', 'return_policy'],
  ['我要退的碗怎么打包', 'return_request', 'return_policy'],
  ['until when can i skip the next delivery', 'track_order', 'delivery_policy'],
])('asks how it is done in general: %s', (text, intent, question) => {
  expect(procedureQuestion(text, intent, { slots: none, inView: false })).toBe(question);
});

it.each([
  ['if i buy this evening when will it go out', 'track_order'],
  ['今晚付款几号能到', 'track_order'],
  ['如果现在下单明天能送到吗', 'urge_delivery'],
])('asks about what is not ordered yet: %s', (text, intent) => {
  expect(procedureQuestion(text, intent, { slots: none, inView: false })).toBe('delivery_policy');
  expect(procedureQuestion(text, intent, { slots: named, inView: false })).toBeUndefined();
});

it.each(['今天下单的什么时候发货', '上午付款了几号到', '早上下单，还没发'])('is about what was ordered: %s', (text) => {
  expect(procedureQuestion(text, 'track_order', { slots: none, inView: false })).toBeUndefined();
});

it.each([
  ['i want to return something', 'return_request'],
  ['帮我退货', 'return_request'],
  ['我买的靴子怎么退', 'return_request'],
  ['how do i return the kettle i bought', 'return_request'],
  ['how do i cancel my order', 'cancel_order'],
])('is about an order of their own: %s', (text, intent) => {
  expect(procedureQuestion(text, intent, { slots: none, inView: false })).toBeUndefined();
});

it('a question about the rules that names an order is about that order', () => {
  expect(
    procedureQuestion('how do i return a-1001', 'return_request', { slots: named, inView: false }),
  ).toBeUndefined();
  expect(questionOfOrder('can a-1001 be cancelled', 'cancel_policy', { slots: named, inView: false })).toBe(
    'cancel_order',
  );
  expect(questionOfOrder('can i still cancel it?', 'cancel_policy', { slots: none, inView: true })).toBe(
    'cancel_order',
  );
  expect(questionOfOrder('can orders be cancelled?', 'cancel_policy', { slots: none, inView: true })).toBeUndefined();
});

it('what can still be changed is an order in hand, whatever was asked in between', () => {
  expect(stillChanges('can i still change the address')).toBe(true);
  expect(stillChanges('还能改地址吗')).toBe(true);
  expect(stillChanges('can i change the address')).toBe(false);
  expect(stillChanges('do you still have a return policy')).toBe(false);
});

it('what an order in view is to become is said of that order', () => {
  const inView = { slots: none, inView: true };
  expect(procedureQuestion('能改到公司地址吗?', 'change_address', inView)).toBeUndefined();
  expect(procedureQuestion('can you send it to my office instead?', 'change_address', inView)).toBeUndefined();
  expect(procedureQuestion('怎么改地址', 'change_address', inView)).toBe('account_question');
});

it('an order of a list that was just shown is named by its place', () => {
  const second = { slots: slotsSchema.parse({ ordinal: { from: 'start', n: 2 } }), inView: false };
  expect(questionOfOrder('第二笔可以退吗', 'return_policy', { ...second, listed: true })).toBe('return_request');
  expect(questionOfOrder('第二笔可以退吗', 'return_policy', second)).toBeUndefined();
});

it('who wants something sent asks for it, not how it goes', () => {
  const invoice = { slots: none, inView: false };
  expect(
    procedureQuestion('can you also send me the invoice for the lamp', 'invoice_request', invoice),
  ).toBeUndefined();
  expect(procedureQuestion('can you send invoices by post', 'invoice_request', invoice)).toBe('invoice_question');
});

it.each([
  ['cancel the other one then', 'cancel_policy', 'cancel_order'],
  ['把另一个取消了吧', 'cancel_policy', 'cancel_order'],
  ['ok, return both', 'return_policy', 'return_request'],
  ["i want to return the kettle, it's broken", 'return_policy', 'return_request'],
])('it is to be done, whatever it sounds like: %s', (text, intent, request) => {
  expect(questionOfOrder(text, intent, { slots: none, inView: false })).toBe(request);
});

it('the rule for returns of a kind is asked for', () => {
  const asked = 'i want to return the kettle, can i do that after a month?';
  expect(questionOfOrder(asked, 'return_policy', { slots: none, inView: false })).toBeUndefined();
  expect(
    questionOfOrder('return the goods within how many days', 'return_policy', { slots: none, inView: false }),
  ).toBeUndefined();
});
