import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { rowConstraints } from './row-constraints.ts';

const cake = (id: string, attributes: Record<string, unknown>): Product =>
  ({ id, name: id, attributes }) as unknown as Product;
const cakes = [
  cake('almond', { allergens: ['egg', 'almond'], vegan: false, gluten_free: true }),
  cake('chocolate', { allergens: ['wheat', 'soya'], vegan: true }),
  cake('unknown', {}),
];
const fitting = (question: string) => {
  const constraints = rowConstraints(question, cakes, ['cakes']);
  return constraints && cakes.filter((one) => constraints.met(one)).map(({ id }) => id);
};

it.each([
  ['which cakes are vegan?', ['chocolate']],
  ['anything without nuts', ['chocolate']],
  ['cakes without egg and nuts', ['chocolate']],
  ["which cakes don't contain wheat", ['almond']],
  ['gluten-free cakes', ['almond']],
  ['不含坚果的蛋糕', ['chocolate']],
  ['小麦过敏能吃哪款', ['almond']],
  ["I'm allergic to nuts, which cakes can I have", ['chocolate']],
  ['which cakes are ok with a nut allergy', ['chocolate']],
])('keeps what the rows say of it, and nothing that they leave open: %s', (question, expected) => {
  expect(fitting(question)).toEqual(expected);
});

it('sees nothing that no row speaks of', () => {
  expect(fitting('cakes for a birthday')).toBeUndefined();
  expect(fitting('有没有蛋糕')).toBeUndefined();
  // None of the goods has it, so that all would lack it.
  expect(fitting('有没有无障碍通道')).toBeUndefined();
  expect(fitting('cakes without wheels')).toBeUndefined();
});

it.each([
  ['哪些不适合孕妇', ['retinol']],
  ['哪些孕妇能用', ['oat']],
  ['which ones are not for driving', ['oat']],
  ['which are good for driving', ['retinol']],
])('reads yes and no however the shop writes them: %s', (question, expected) => {
  const goods = [
    cake('oat', { suitable_in_pregnancy: { zh: '是', en: 'yes' }, for_driving: 'no' }),
    cake('retinol', { suitable_in_pregnancy: { zh: '否', en: 'no' }, for_driving: 'yes' }),
  ];
  const constraints = rowConstraints(question, goods, []);
  expect(constraints && goods.filter((one) => constraints.met(one)).map(({ id }) => id)).toEqual(expected);
});

it('takes no material for a list of what is eaten', () => {
  const candle = cake('candle', { material: 'wax' });
  expect(rowConstraints('anything without nuts', [...cakes, candle], [])?.met(candle)).toBeUndefined();
});

it('reads an amount of nothing as being without it', () => {
  const gels = [
    cake('mild', { caffeine_mg: 0 }),
    cake('strong', { caffeine_mg: 80 }),
    cake('cup', { material: 'steel' }),
  ];
  const constraints = rowConstraints('which gels are without caffeine', gels, ['gels']);
  expect(constraints && gels.filter((one) => constraints.met(one)).map(({ id }) => id)).toEqual(['mild']);
});
