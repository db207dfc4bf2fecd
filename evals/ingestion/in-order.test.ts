import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const order = ['Wash warm.', 'Dry flat.'];
const read = (...texts: string[]) =>
  inOrder(
    { name: 'care', order },
    texts.map((text) => ({ text })),
  );

it('takes a document read as it is printed, wherever its passages are cut', () => {
  expect(read('Wash\nwarm. Use soap.', 'Dry flat.').passed).toBe(true);
});

it.each([
  ['out of order', ['Dry flat.', 'Wash warm.']],
  ['with a text lost', ['Wash warm.']],
  ['with its columns mixed', ['Wash Dry warm. flat.']],
])('holds back one %s', (_, texts) => {
  expect(read(...texts)).toMatchObject({ passed: false });
});
