import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { fitsOf } from './fits.ts';

const film = {
  id: 'F',
  name: 'R9 钢化膜',
  attributes: { 适用机型: 'R9', 材质: '玻璃' },
} as unknown as Product;

it('tells what a thing is made for where another model is named', () => {
  expect(fitsOf(film, 'R9Pro 的钢化膜有吗', 'zh')).toEqual([{ label: '适用机型', value: 'R9' }]);
  expect(fitsOf(film, 'R9 钢化膜有吗', 'zh')).toEqual([]);
  expect(fitsOf(film, '钢化膜有吗', 'zh')).toEqual([]);
});
