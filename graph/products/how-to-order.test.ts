import { expect, it } from 'vitest';
import { productPage } from './how-to-order.ts';

it('knows a product’s page by its attribute, and takes nothing else for one', () => {
  expect(productPage({ attributes: { url: 'https://shop.example/p/1' } })).toBe('https://shop.example/p/1');
  expect(productPage({ attributes: { 商品链接: 'https://shop.example/p/2' } })).toBe('https://shop.example/p/2');
  expect(productPage({ attributes: { url: 'javascript:alert(1)', colour: 'https://shop.example' } })).toBeUndefined();
});
