import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { siblingMeant } from './sibling-meant.ts';

const tent = (id: string, name: string, price: number, category = 'Tents'): Product =>
  ({ id, name, price, category, variants: [] }) as unknown as Product;
const dome = tent('dome', 'Summit Dome Tent', 220);
const tunnel = tent('tunnel', 'Summit Tunnel Tent', 310);
const mat = tent('mat', 'Tunnel Mat', 20, 'Mats');
const all = [dome, tunnel, mat];

it('finds the one of the kind in view by a word of its name or by its price', () => {
  expect(siblingMeant('tunnel', [dome], all)?.id).toBe('tunnel');
  expect(siblingMeant('cheaper one', [dome, tunnel], all)?.id).toBe('dome');
  expect(siblingMeant('贵的那个', [dome, tunnel], all)?.id).toBe('tunnel');
});

it('points at nothing where no name or more than one fits', () => {
  expect(siblingMeant('summit', [dome, tunnel], all)).toBeUndefined();
  expect(siblingMeant('delivery', [dome], all)).toBeUndefined();
  expect(siblingMeant('tunnel', [], all)).toBeUndefined();
});
