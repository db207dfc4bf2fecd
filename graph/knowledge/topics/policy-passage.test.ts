import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { parsePolicy } from '../../../tools/policy/read-policy.ts';
import { policyPassage } from './policy-passage.ts';

const policy = parsePolicy({
  returns: { days: 14, text: { zh: '签收后 14 天内可退，琴弦拆封不退。', en: 'Within 14 days; opened strings stay.' } },
  refunds: { text: { zh: '退款 5 天内原路退回。', en: 'Refunds reach the card within 5 days.' } },
  exchanges: { days: 30, from: 'delivery', shippingPaidBy: { noReason: 'customer', fault: 'shop' } },
});
const hit = (text: string): Hit => ({
  id: 'h',
  kind: 'document',
  documentId: 'd',
  title: 'Handbook',
  page: 1,
  heading: null,
  text,
  language: 'en',
  audience: 'public',
  rank: 1,
  score: 1,
  sentences: [1],
  evidence: 0.9,
  legs: { lexical: null, vector: null, fused: { rank: 1, score: 1 }, rerank: { rank: 1, score: 1 } },
});
const ask = (text: string, intent: string, found: { hits: Hit[]; enough: boolean } = { hits: [], enough: false }) =>
  policyPassage(
    policy,
    { text, intent, productNames: ['Daybreak Violin', '晨曦 小提琴'] },
    found,
    /[a-z]/.test(text) ? 'en' : 'zh',
  )?.text;

it('answers from the shop’s rule where no document does, in the customer’s language', () => {
  expect(ask('can I still return the violin?', 'return_policy')).toContain('Within 14 days');
  expect(ask('琴弦拆了还能退吗', 'return_policy')).toContain('14 天');
});

it('says a rule that has numbers only in words', () => {
  expect(ask('can I exchange the violin', 'exchange_policy')).toBe(
    'Items can be exchanged within 30 days of delivery.',
  );
});

it('lets a document speak that is about it, and not one that is about something else', () => {
  const returns = hit('Returns are free for members.');
  const deposit = hit('The deposit is paid back after five days.');
  expect(ask('can I return the violin?', 'return_policy', { hits: [returns], enough: true })).toBeUndefined();
  expect(ask('can I return the violin?', 'return_policy', { hits: [deposit], enough: true })).toContain('14 days');
  const fault = hit('Dry the violin for 2 hours; if it returns, ask for a repair.');
  expect(ask('how long can I return the violin?', 'return_policy', { hits: [fault], enough: true })).toBeDefined();
  expect(ask('is the deposit returned?', 'return_policy', { hits: [deposit], enough: true })).toBeUndefined();
});

it('keeps to what it knows: a question about more, or of another kind, is not answered by it', () => {
  expect(ask('Do students and teachers abroad return things by courier?', 'return_policy')).toBeUndefined();
  expect(ask('can I return the violin?', 'delivery_policy')).toBeUndefined();
});

it('goes before what the other language says of something like it', () => {
  const english = hit('Engraved violins can’t be returned.');
  expect(ask('小提琴能退吗', 'return_policy', { hits: [english], enough: true })).toContain('14 天');
});

it('lets the state of the goods be asked with them', () => {
  expect(ask('琴弓能退吗 没用过', 'return_policy')).toContain('14 天');
});

it('tells when and where refunds are paid, where the shop’s rules say it and no document does', () => {
  expect(ask('how long do refunds take?', 'refund_policy')).toContain('within 5 days');
  expect(ask('退的钱多久到账', 'refund_policy')).toContain('5 天');
  const refunds = hit('Refunds are paid on Fridays.');
  expect(ask('when are refunds paid?', 'refund_policy', { hits: [refunds], enough: true })).toBeUndefined();
});

it('tells who pays for sending things back, where the rule says it and no document does', () => {
  const english = 'You pay for the return shipping. We pay for returning what is faulty.';
  expect(ask('who pays the postage if I exchange it?', 'exchange_policy')).toContain(english);
  expect(ask('换货的运费谁出', 'exchange_policy')).toContain(
    '寄回的运费由您承担；有质量问题的，寄回的运费由我们承担。',
  );
  expect(ask('can I exchange the violin', 'exchange_policy')).not.toContain('shipping');
  const term = hit('Exchanges are made within 30 days.');
  expect(ask('who pays the postage if I exchange it?', 'exchange_policy', { hits: [term], enough: true })).toContain(
    english,
  );
  const told = hit('Exchanges: we pay the postage both ways.');
  expect(
    ask('who pays the postage if I exchange it?', 'exchange_policy', { hits: [told], enough: true }),
  ).toBeUndefined();
  expect(ask('who pays the postage if I return it?', 'return_policy')).toBeUndefined();
});

it('tells while an order is what it may be cancelled, where the rule has no text', () => {
  const told = (text: string, language: 'zh' | 'en') =>
    policyPassage(
      parsePolicy({ cancel: { allowedStatuses: ['pending', 'paid'] } }),
      { text, intent: 'cancel_policy', productNames: [] },
      { hits: [], enough: false },
      language,
    )?.text;
  expect(told('订单能取消吗', 'zh')).toBe('订单待付款、已付款时可以取消。');
  expect(told('can I cancel an order?', 'en')).toBe('An order can be cancelled while it is awaiting payment or paid.');
});

it('tells what the file says of sending, warranty and payment, and of nothing else', () => {
  const written = parsePolicy({
    shipping: { text: 'We send to Norway and Sweden for €9.' },
    warranty: { text: 'Instruments carry a warranty of 3 years.' },
    payment: { text: '支持支付宝和微信支付。' },
  });
  const of = (text: string, intent: string) =>
    policyPassage(written, { text, intent, productNames: [] }, { hits: [], enough: false }, 'en')?.text;
  expect(of('do you ship to Norway', 'delivery_policy')).toContain('€9');
  expect(of('how long is the warranty', 'warranty_question')).toContain('3 years');
  expect(of('do you ship to Peru by drone', 'delivery_policy')).toBeUndefined();
  expect(of('能用医保卡付款吗', 'payment_question')).toBeUndefined();
  expect(of('can I pay with bitcoin', 'payment_question')).toBeUndefined();
});

it('reads a rule for what the asking clause asks, whatever else is told before it', () => {
  expect(ask('肩托太短了 孩子够不着 能退吗', 'return_policy')).toContain('14 天');
});

it('tells no default as the shop’s rule', () => {
  const of = (text: string, intent: string) =>
    policyPassage(parsePolicy({ invoice: {} }), { text, intent, productNames: [] }, { hits: [], enough: false }, 'en');
  expect(of('can I return the violin?', 'return_policy')).toBeUndefined();
  expect(of('can I exchange the violin?', 'exchange_policy')).toBeUndefined();
  expect(of('can I cancel an order?', 'cancel_policy')).toBeUndefined();
});
