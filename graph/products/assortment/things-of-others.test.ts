import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { thingsOfOthers } from './things-of-others.ts';

const thing = (id: string, zh: string, en: string, description: string) =>
  ({
    id,
    name: { zh, en },
    category: '',
    description,
    price: 9,
    stock: 1,
    variants: [],
    attributes: {},
  }) as unknown as Product;
const bag = thing('bag', '山雀滤袋', 'Titmouse Filter Bags', 'For teapots.');
const kettle = thing('kettle', '苇莺水壶', 'Warbler Kettle', 'Boils fast.');
const vacuum = thing('vacuum', '鹡鸰吸尘器', 'Wagtail Vacuum', 'Light.');
const isOfElse = async (question: string) =>
  (await thingsOfOthers(question, [bag], { all: async () => [bag, kettle, vacuum] }))(bag);

it.each(['do you have vacuum bags in stock', '吸尘器滤袋多少钱'])('is of other goods: %s', async (question) =>
  expect(await isOfElse(question)).toBe(true),
);

it.each(['are the filter bags in stock', 'teapot bags', 'how much are bags', '滤袋多少钱'])(
  'may be the thing itself: %s',
  async (question) => expect(await isOfElse(question)).toBe(false),
);
