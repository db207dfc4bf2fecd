import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { rankAsked, rankByProperty } from './rank-by-property.ts';

const thing = (id: string, price: number, attributes: Record<string, unknown>): Product =>
  ({ id, name: id, price, stock: 1, variants: [], attributes }) as unknown as Product;
const lamps = [
  thing('big', 90, { weight_kg: 1.2, lumens: 800, r_value: 2 }),
  thing('small', 30, { weight_g: 300, lumens: 200, r_value: 4.2 }),
  thing('odd', 50, { colour: 'red' }),
];
const order = (question: string) => {
  const asked = rankAsked(question);
  return asked && rankByProperty(lamps, asked).map(({ product }) => product.id);
};

it.each([
  ['what is the cheapest lamp', ['small', 'odd', 'big']],
  ['最贵的灯是哪个', ['big', 'odd', 'small']],
  ['which lamp is the lightest?', ['small', 'big']],
  ['哪款灯最亮', ['big', 'small']],
  ['R值最高的是哪款', ['small', 'big']],
])('ranks by what is asked for: %s', (question, expected) => {
  expect(order(question)).toEqual(expected);
});

it.each(['do you have something cheaper', '便宜一点的灯有吗', 'what is the fastest delivery', 'is the lamp light?'])(
  'asks for no ranking: %s',
  (question) => {
    expect(rankAsked(question)).toBeUndefined();
  },
);

it('sets what is told in months beside what is told in days', () => {
  const mice = [thing('plug', 9, { battery_days: 90 }), thing('cell', 9, { battery_months: 12 })];
  const asked = rankAsked('which mouse lasts the longest');
  expect(asked && rankByProperty(mice, asked).map(({ product }) => product.id)).toEqual(['cell', 'plug']);
});

it('does not take the longer interval for more of it', () => {
  const plants = [thing('fern', 9, { watering_days: 3 }), thing('cactus', 9, { watering_days: 21 })];
  const asked = rankAsked('which plant needs less watering');
  expect(asked && rankByProperty(plants, asked)).toEqual([]);
});

const tents = [
  thing('den', 90, { length_cm: 210, max_load_kg: 3, capacity_persons: 2 }),
  thing('dome', 80, { length_cm: 300, packed_height_cm: 20 }),
  thing('hall', 400, { length_cm: 520, height_cm: 200 }),
  thing('tarp', 20, { weight_kg: 1 }),
];
const ofSize = (question: string) => {
  const asked = rankAsked(question, ['tent', 'tents', '帐篷']);
  return asked && rankByProperty(tents, asked).map(({ product }) => product.id);
};

it('ranks the largest by the measure of size that most of them tell, and not where another property is named', () => {
  expect(ofSize('which tent is the largest')).toEqual(['hall', 'dome', 'den']);
  expect(ofSize('最大的帐篷')).toEqual(['hall', 'dome', 'den']);
  expect(ofSize('what is your smallest tent?')).toEqual(['den', 'dome', 'hall']);
  expect(ofSize('风阻最大的帐篷')).toEqual([]);
  expect(ofSize('which tent has the largest window')).toEqual([]);
});

it('sets what is told in kilograms beside what is told in grams, also where the unit stands with the number', () => {
  const mats = [
    thing('thick', 9, { weight: '1.28 kg' }),
    thing('thin', 9, { weight: '410 g' }),
    thing('car', 9, { weight: '2,100 g' }),
  ];
  const asked = rankAsked('which mat is the lightest');
  expect(asked && rankByProperty(mats, asked).map(({ product }) => product.id)).toEqual(['thin', 'thick', 'car']);
});
