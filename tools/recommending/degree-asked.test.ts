import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { degreeAsked } from './degree-asked.ts';

const thing = (id: string, attributes: Record<string, unknown>): Product =>
  ({ id, name: id, attributes }) as unknown as Product;
const coffees = [
  thing('a', { acidity: 'low', roast: 'dark', sweetness: { zh: '高', en: 'high' } }),
  thing('b', { acidity: 'medium', roast: 'medium', sweetness: { zh: '中', en: 'medium' } }),
  thing('c', { acidity: 'high', roast: 'light', sweetness: { zh: '低', en: 'low' } }),
];
const mattresses = [thing('a', { 软硬度: '软' }), thing('b', { 软硬度: '中' }), thing('c', { 软硬度: '硬' })];
const pads = [thing('a', { firmness: 'soft' }), thing('b', { firmness: 'firm' })];
const asked = (question: string, goods: readonly Product[]) => {
  const degree = degreeAsked(question, goods, []);
  return degree && `${degree.key} ${degree.most ? 'most' : 'least'}${degree.utmost ? '' : ', not the other end'}`;
};

it.each([
  ['which coffee is the least acidic?', 'acidity least'],
  ['which one is the sweetest', 'sweetness most'],
  ['anything not too sweet', 'sweetness least, not the other end'],
  ["which coffee isn't acidic", 'acidity least'],
  ['a coffee low in acidity', 'acidity least'],
  ['哪款最不甜', 'sweetness least'],
  ['哪款不酸', 'acidity least'],
  ['最甜的是哪款', 'sweetness most'],
  ['不要太甜的', 'sweetness least, not the other end'],
  ['酸度低的有哪些', 'acidity least'],
])('a negation turns the wish round: %s', (question, expected) => {
  expect(asked(question, coffees)).toBe(expected);
});

it.each([
  ['哪款床垫最软', '软硬度 least'],
  ['不要太硬的', '软硬度 least, not the other end'],
  ['硬一点的有吗', '软硬度 most'],
  ['哪张床垫硬', '软硬度 most'],
])('an end of the scale is named by itself: %s', (question, expected) => {
  expect(asked(question, mattresses)).toBe(expected);
});

it('compares in English by the ends too', () => {
  expect(asked('which is the softest?', pads)).toBe('firmness least');
  expect(asked('which pad is firmer', pads)).toBe('firmness most');
});

it.each(['do you ship to Spain', '多少钱', 'is it soft', 'which coffee is best for espresso'])(
  'asks for no degree: %s',
  (question) => {
    expect(asked(question, [...coffees, ...pads])).toBeUndefined();
  },
);
