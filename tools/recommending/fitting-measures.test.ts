import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { fitsMeasures, fittingMeasures } from './fitting-measures.ts';

const aProduct = (id: string, description: string, attributes: Record<string, unknown> = {}): Product =>
  ({ id, name: id, description, attributes, variants: [], price: 1 }) as unknown as Product;
const fitting = (products: Product[], text: string) => fittingMeasures(products, text).map(({ id }) => id);

const desks = [aProduct('junior', 'For children 110 to 140 cm tall.'), aProduct('school', '适合身高 140–175 厘米。')];
const lamps = [
  aProduct('small', 'A lamp.', { area: { zh: '10–20 平方米', en: '10–20 m²' } }),
  aProduct('large', 'A lamp.', { area: { zh: '20–40 平方米', en: '20–40 m²' } }),
  aProduct('plain', 'A lamp.'),
];

it.each([
  ['she is 120 cm', ['junior']],
  ['身高158', ['school']],
  ['孩子1岁', ['junior', 'school']],
])('a height told: %s', (text, expected) => {
  expect(fitting(desks, text)).toEqual(expected);
});

it('keeps what states nothing where no range fits, and says nothing without a measure', () => {
  expect(fitting(lamps, '客厅 30 平米')).toEqual(['large']);
  expect(fitting(lamps, 'the room is 90 m²')).toEqual(['plain']);
  expect(fitting(lamps, 'something nice')).toEqual(['small', 'large', 'plain']);
});

it('reads an age in words, and a property that only its key says is one', () => {
  const toys = [aProduct('blocks', 'Blocks.', { age: '1-3' }), aProduct('kit', 'A kit.', { age: '8-12' })];
  expect(fitting(toys, 'something for a two year old')).toEqual(['blocks']);
  expect(fitting(toys, '两岁宝宝玩的')).toEqual(['blocks']);
  expect(fitting(toys, 'for my 9-year-old')).toEqual(['kit']);
  const games = [aProduct('words', 'Words.', { age: '12+' }), aProduct('farm', 'Animals.', { age: '3+' })];
  expect(fitting(games, 'for a 4 year old')).toEqual(['farm']);
});

it('counts people by a property that only its key says counts them, be it a range or one number', () => {
  const games = [aProduct('duel', 'Cards.', { players: '2' }), aProduct('party', 'Words.', { players: '4-12' })];
  expect(fitting(games, 'a game for 10 people')).toEqual(['party']);
  expect(fitting(games, 'something for two players')).toEqual(['duel']);
});

it('what holds four is for three or four, not for two or five', () => {
  const fits = (text: string) => fitsMeasures(text)(aProduct('tent', '', { capacity: '4 people' }));
  expect(fits('a tent for 4 people')).toBe(true);
  expect(fits('四个人的帐篷')).toBe(true);
  expect(fits('a tent for 5 people')).toBe(false);
  expect(fits('a tent for 2 people')).toBe(false);
});
