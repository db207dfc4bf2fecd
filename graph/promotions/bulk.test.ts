import { expect, it } from 'vitest';
import { slotsSchema } from '../../understanding/types.ts';
import { askedPromotion, tellsOfBulk } from './asked-promotion.ts';

const kind = (text: string, quantity?: number) =>
  askedPromotion({ text, slots: slotsSchema.parse({ quantity }), intent: 'price_question' }, [])?.kind;

it('asks what many of a thing cost', () => {
  for (const text of ['多买便宜吗', '批量采购有优惠吗', 'is there a bulk discount?', 'quantity discounts'])
    expect(kind(text), text).toBe('bulk');
  expect(kind('20台水壶能优惠多少', 20)).toBe('bulk');
  expect(kind('any discount on 20 kettles', 20)).toBe('bulk');
});

it('takes no order of a few for it', () => {
  expect(kind('两个水壶多少钱', 2)).not.toBe('bulk');
  expect(kind('一年要买多少钱才够')).not.toBe('bulk');
  expect(kind('any discount on 2 kettles', 2)).not.toBe('bulk');
});

it('knows a page that tells it', () => {
  for (const text of ['同款 10 件以上可享企业价', 'From 10 of the same item: 5% off', 'Wholesale terms'])
    expect(tellsOfBulk(text), text).toBe(true);
  expect(tellsOfBulk('¥50 off from ¥500')).toBe(false);
});
