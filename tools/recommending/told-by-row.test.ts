import { expect, it } from 'vitest';
import type { Product } from '../../stores/products.ts';
import { holdsUnwanted } from './told-by-row.ts';

const row = (zh: string): Product =>
  ({
    id: zh,
    name: '花',
    category: '花',
    description: { zh, en: '' },
    variants: [],
    attributes: {},
  }) as unknown as Product;

it('finds what a product says that it has and a wish excludes', () => {
  const holds = holdsUnwanted('不带刺的花有吗', 'zh');
  expect(holds(row('多季开花，带刺。'))).toBe(true);
  expect(holds(row('花期很长，无刺。'))).toBe(false);
  expect(holds(row('花期很长。'))).toBe(false);
  expect(holdsUnwanted('有没有带刺的花', 'zh')(row('多季开花，带刺。'))).toBe(false);
});
