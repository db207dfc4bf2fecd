import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { askedFacts } from '../facts.ts';
import { describeOptions, describeWished } from './describe-variants.ts';
import { askedOptionKeys, wishedVariants } from './options.ts';

const shirt = {
  id: 'S1',
  name: { en: 'Linen Shirt', zh: '亚麻衬衫' },
  category: 'Shirts',
  description: '',
  price: 59,
  stock: 9,
  attributes: { material: { en: '100% linen', zh: '100% 亚麻' }, weight_g: 180, complements: ['X'] },
  variants: [
    { id: 'a', options: { color: { en: 'Sky blue', zh: '天蓝' }, size: 'M' }, price: '59', stock: 3 },
    { id: 'b', options: { color: { en: 'Sky blue', zh: '天蓝' }, size: 'L' }, price: '64', stock: 0 },
    { id: 'c', options: { color: { en: 'White', zh: '白色' }, size: 'M' }, price: '59', stock: 1 },
  ],
} as unknown as Product;
const view = { language: 'en' as const, currency: 'USD', name: 'Linen Shirt' };

it('reads colours and sizes that a question names', () => {
  const ids = (question: string) => wishedVariants(shirt, question, 'en')?.variants.map(({ id }) => id);
  expect(ids('does it come in blue?')).toEqual(['a', 'b']);
  expect(ids('有白色的吗')).toEqual(['c']);
  expect(ids('the white one in size M')).toEqual(['c']);
  expect(ids('有M码吗')).toEqual(['a', 'c']);
  expect(ids('is it good for me?')).toBeUndefined();
});

it('tells the shades of a colour apart where one is said', () => {
  const blues = ['Sky blue', 'Navy blue'].map((color) => ({ id: color, options: { color }, price: '59', stock: 3 }));
  const ids = (question: string) =>
    wishedVariants({ ...shirt, variants: blues } as unknown as Product, question, 'en')?.variants.map(({ id }) => id);
  expect(ids('swap it for the navy one')).toEqual(['Navy blue']);
  expect(ids('swap it for the blue one')).toEqual(['Sky blue', 'Navy blue']);
});

it('says what there is when a wish can not be met', () => {
  const wished = wishedVariants(shirt, 'do you have it in red', 'en');
  expect(wished && describeWished(shirt, wished, view)).toMatch(/not offered.*Sky blue, White/);
  const soldOut = wishedVariants(shirt, 'sky blue in L', 'en');
  expect(soldOut && describeWished(shirt, soldOut, view)).toContain('out of stock');
});

it('lists the options asked about, and the facts asked for but no ids', () => {
  expect(describeOptions(shirt, askedOptionKeys(shirt, 'which sizes do you have'), view)).toMatch(
    /M, L \(out of stock/,
  );
  expect(askedFacts(shirt, 'what is it made of', 'en')).toEqual([{ label: 'material', value: '100% linen' }]);
  expect(askedFacts(shirt, '有多重', 'zh').map(({ value }) => value)).toEqual(['180 克']);
  expect(askedFacts(shirt, 'when does it arrive', 'en')).toEqual([]);
});

it('lists scents for those who ask what it smells of', () => {
  const candle = {
    ...shirt,
    variants: [{ id: 'f', options: { scent: { en: 'Fig', zh: '无花果' } }, price: '18', stock: 3 }],
  } as unknown as Product;
  expect(askedOptionKeys(candle, '有什么味道')).toEqual(['scent']);
  expect(askedOptionKeys(candle, 'which fragrances are there')).toEqual(['scent']);
});
