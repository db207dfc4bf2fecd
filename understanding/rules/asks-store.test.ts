import { expect, test } from 'vitest';
import { asksStore } from './asks-store.ts';

test.each([
  'how late are you open on fridays',
  'are u open today',
  'where are you guys based?',
  'how can i get to your store',
  'any parking nearby',
  '几点打烊',
  '你们怎么走',
  '店里好停车吗',
  'whereabouts are you',
  'opening hours friday',
  '开车怎么去',
  '你们在哪里',
])('"%s" asks when or where the store is', (said) => {
  expect(asksStore(said)).toBe(true);
});

test.each([
  'where is my order',
  'when will you answer',
  'where do the beans come from',
  '客服几点下班',
  '快递在哪',
  '在哪里看说明书',
  '在哪申请退货',
  'when do you open the parcel',
])('"%s" asks something else', (said) => {
  expect(asksStore(said)).toBe(false);
});
