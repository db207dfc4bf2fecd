import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { chosenByWords } from './chosen-by-words.ts';

const row = (id: string, en: string, zh: string, attributes: Record<string, unknown> = {}) =>
  ({
    id,
    name: id,
    category: 'Pans',
    description: { en, zh },
    price: 1,
    stock: 1,
    variants: [],
    attributes,
  }) as unknown as Product;
const pans = [
  row('A', 'Goes in the dishwasher.', '可进洗碗机。', { coating: { en: 'ceramic', zh: '陶瓷' } }),
  row('B', 'Not for the dishwasher, good on open fire.', '不能进洗碗机，明火可用。', {
    coating: { en: 'none', zh: '无涂层' },
  }),
  row('C', 'Light.', '轻便。'),
];
const chosen = (question: string, language: 'en' | 'zh') =>
  chosenByWords(question, pans, { kindNames: ['Pans', '锅'], language })?.map(({ product }) => product.id);

it('chooses by what a row says, and by what it says that it is not', () => {
  expect(chosen('which pans go in the dishwasher', 'en')).toEqual(['A']);
  expect(chosen('可以进洗碗机的锅', 'zh')).toEqual(['A']);
  expect(chosen('不能进洗碗机的锅有哪些', 'zh')).toEqual(['B']);
});

it('takes none that has what must not be in it, and those that say so before those that say nothing', () => {
  expect(chosen('无涂层的锅', 'zh')).toEqual(['B']);
  expect(chosen('a pan without coating', 'en')).toEqual(['B']);
  expect(chosen('a pan without ceramic', 'en')).toEqual(['B', 'C']);
});

it('chooses none where no row speaks of it', () => {
  expect(chosen('which pans have a lid', 'en')).toBeUndefined();
  expect(chosen('a pan without a lid', 'en')).toBeUndefined();
});

it('takes no mention of animals or children for a promise to them', () => {
  const plants = [row('A', 'Keep it away from cats.', '养猫的请放高处。')];
  expect(chosenByWords('which plants for cats', plants, { kindNames: ['plants'], language: 'en' })).toBeUndefined();
});

it('looks for no price in what rows say', () => {
  const lamps = [row('A', 'Reaches within 2 m.', '照亮 2 米以内。'), row('B', 'For the desk.', '放书桌上。')];
  const names = { kindNames: ['lamps', '灯'] };
  expect(chosenByWords('500块以内的灯', lamps, { ...names, language: 'zh' })).toBeUndefined();
  expect(chosenByWords('lamps within 500', lamps, { ...names, language: 'en' })).toBeUndefined();
});
