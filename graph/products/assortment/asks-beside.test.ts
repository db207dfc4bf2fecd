import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { asksBeside } from './asks-beside.ts';

const product = (name: string, category: string, description = ''): Product =>
  ({ id: name, name, category, description, attributes: {}, variants: [] }) as unknown as Product;
const pushchair = product('Tandem Twin Pushchair', 'Pushchairs', 'Two seats side by side.');
const phone = product('拾光 P6', '手机', '轻巧耐用。');
const quilt = product('雪见鹅绒被', '床品', '暖和。');

it.each([
  ['how much to fix the hinge on the pushchair', pushchair],
  ['is there a rain cover for the pushchair', pushchair],
  ['手机支架多少钱', phone],
  ['鹅绒被洗一次多少钱', quilt],
  ['鹅绒被可以翻新吗，啥价', quilt],
])('the price of what is done to a thing or goes with it is not its own: %s', (question, thing) => {
  expect(asksBeside(question, [thing])).toBe(true);
});

it.each([
  ['how much is the pushchair', pushchair],
  ['price of the pushchair?', pushchair],
  ['what is the cost of that pushchair', pushchair],
  ['stock of the pushchair', pushchair],
  ['my old one needs to be replaced, how much is the pushchair', pushchair],
  ['is there a pushchair for twins', pushchair],
  ['这款手机多少钱', phone],
  ['我的坏了要换，鹅绒被多少钱', quilt],
])('a thing’s own price is asked for: %s', (question, thing) => {
  expect(asksBeside(question, [thing])).toBe(false);
});
