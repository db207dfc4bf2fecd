import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { unsoldSide } from './unsold-side.ts';

const goods = [
  {
    name: { zh: '山雀空气炸锅', en: 'Titmouse Air Fryer' },
    category: { zh: '空气炸锅', en: 'Air fryers' },
    description: { zh: '五升，白色。', en: 'Five litres, white.' },
    variants: [{ options: { size: 'Large' } }],
    attributes: {},
  },
  {
    name: { zh: '苇莺榨汁机', en: 'Warbler Juicer' },
    category: { zh: '榨汁机', en: 'Juicers' },
    description: { zh: '慢榨。', en: 'Slow.' },
    variants: [],
    attributes: {},
  },
] as unknown as Product[];

it.each([
  ['空气炸锅和烤箱哪个好', '烤箱'],
  ['烤箱跟空气炸锅有什么区别', '烤箱'],
  ['air fryer or oven?', 'oven'],
  ['what is the difference between an oven and an air fryer?', 'oven'],
])('finds what the shop does not have: %s', async (text, side) =>
  expect(await unsoldSide(text, { all: async () => goods })).toBe(side),
);

it.each([
  '空气炸锅和榨汁机哪个更费电',
  '这个和空气炸锅哪个好',
  '白色的和黑色的哪个好看',
  'air fryer or juicer?',
  'which is better, the large or the white',
  'is the air fryer better than the other one?',
])('finds nothing in: %s', async (text) => expect(await unsoldSide(text, { all: async () => goods })).toBeUndefined());

it('reads no goods where no two things are named', async () => {
  const all = () => Promise.reject(new Error('The catalogue was read.'));
  expect(await unsoldSide('which of them is better', { all })).toBeUndefined();
});
