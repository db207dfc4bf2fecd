import { expect, it } from 'vitest';
import { slotsSchema } from '../../understanding/types.ts';
import { askedPromotion, offersCalled } from './asked-promotion.ts';

const asked = (text: string, named: string[] = [], intent = 'promotion_question') =>
  askedPromotion(
    { text, intent, slots: slotsSchema.parse({ products: named.map((productId) => ({ productId, score: 0.9 })) }) },
    ['TEA10', 'SPRING'],
  );

it.each([
  ['tea10 还能用吗', 'TEA10'],
  ['is tea 10 good for this', 'TEA10'],
  ['优惠码 SAVE20 能用吗', 'SAVE20'],
  ['优惠码：ABC2026有效吗', 'ABC2026'],
  ['is code SAVE20 valid?', 'SAVE20'],
  ['is the promo code "HELLO" still good', 'HELLO'],
])('asks of a code: %s', (text, code) => {
  expect(asked(text)).toEqual({ kind: 'code', code, productIds: [] });
});

it.each([
  '现在有什么优惠活动',
  '有哪些优惠券可以用',
  '最近有优惠吗？',
  '有優惠活動嗎',
  'what offers are there now',
  'what coupons do you have',
  'do you have any discounts right now?',
  "what's on sale right now",
  'have you got anything on offer this week',
  '今天有啥特价商品',
  '最近搞活动吗',
  'any discount codes',
  'do you have a promo code',
  '有折扣码吗',
  '什么时候有活动啊',
  '下次促销什么时候开始',
  'when is the next sale',
])('asks what there is: %s', (text) => {
  expect(asked(text)).toEqual({ kind: 'list' });
});

it('knows its own codes whatever else the message seems to ask, and nothing else there', () => {
  expect(asked('TEA10能买 K7 吗', ['k7'], 'stock_question')).toEqual({
    kind: 'code',
    code: 'TEA10',
    productIds: ['k7'],
  });
  expect(asked('what offers are there now', [], 'ordering_question')).toBeUndefined();
});

it('asks of its own codes for a kind of goods without a word of offers', () => {
  const slots = slotsSchema.parse({ categories: [{ category: 'Teapots', productIds: ['k1', 'k2'], score: 1 }] });
  expect(askedPromotion({ text: 'does TEA10 work on teapots', intent: 'unclear', slots }, ['TEA10'])).toEqual({
    kind: 'code',
    code: 'TEA10',
    productIds: ['k1', 'k2'],
  });
});

it('asks what holds for a product', () => {
  expect(asked('K7 能用优惠券吗', ['k7'])).toEqual({ kind: 'products', productIds: ['k7'] });
});

it.each([
  ['学生有优惠吗'],
  ['优惠券能叠加吗'],
  ['券怎么用'],
  ['how do coupons work'],
  ['my code is not working'],
  ['优惠码填哪里'],
  ['K7 刚买就打折了，退差价吗', 'k7'],
  ['is there a trade-in offer for the K7', 'k7'],
])('is a matter of the documents: %s', (text, ...named) => {
  expect(asked(text, named)).toBeUndefined();
});

it.each(["the coupon doesn't work", '优惠券用不了', 'my promo code is invalid'])(
  'leaves to the pages why one fails: %s',
  (text) => {
    expect(asked(text)).toBeUndefined();
  },
);

it('knows an offer by its name alone', () => {
  const offers = [{ name: { zh: '风筝季', en: 'Kite season' } }, { name: 'Sale' }];
  expect(offersCalled('when does kite season end', offers)).toHaveLength(1);
  expect(offersCalled('which season is best for kites? is there a sale', offers).map(({ name }) => name)).not.toContain(
    'Sale',
  );
  expect(offersCalled('how big is the kite', offers)).toEqual([]);
});
