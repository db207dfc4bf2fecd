import { expect, it } from 'vitest';
import { slotsSchema } from '../../understanding/types.ts';
import { askedPromotion } from './asked-promotion.ts';

const kind = (text: string) =>
  askedPromotion({ text, slots: slotsSchema.parse({}), intent: 'price_question' }, [])?.kind;

it.each([
  '便宜点呗',
  '能不能便宜点',
  'can you make it cheaper?',
  '能打折吗',
  '少一点行吗',
  'any discount?',
  "that's a bit pricey",
  'is the price negotiable',
])('hears somebody bargain: %s', (text) => {
  expect(kind(text)).toBe('haggle');
});

it.each(['有没有便宜点的', 'something cheaper please', '这个多少钱', 'how much is the discount code worth'])(
  'takes no other question for it: %s',
  (text) => {
    expect(kind(text)).not.toBe('haggle');
  },
);
