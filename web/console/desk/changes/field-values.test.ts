import { expect, it } from 'vitest';
import { argumentsOf, type Field, isFilledIn } from './field-values.ts';

const address: Field = {
  name: 'address',
  kind: 'address',
  required: true,
  parts: [
    { name: 'line', value: '5 Elm Road' },
    { name: 'city', value: 'Shanghai' },
    { name: 'postcode', value: '' },
  ],
};
const items: Field = {
  name: 'items',
  kind: 'lines',
  required: true,
  lines: [
    { line: 1, label: 'Mug', quantity: 2, variantId: 'red', variants: [{ id: 'blue', label: 'blue' }] },
    { line: 2, label: 'Lamp', quantity: 1, variantId: null, variants: [] },
  ],
};

it('keeps the parts of an address that were not touched, and drops those that were emptied', () => {
  expect(argumentsOf([address], { 'address.line': ' 7 Elm Road ' })).toEqual({
    address: { line: '7 Elm Road', city: 'Shanghai' },
  });
  expect(isFilledIn([address], { 'address.city': '' })).toBe(true);
  expect(isFilledIn([address], { 'address.line': ' ' })).toBe(false);
});

it('tells of lines only what becomes different, and wants one that does', () => {
  expect(isFilledIn([items], { 'items.1.quantity': '2' })).toBe(false);
  const values = { 'items.1.variant': 'blue', 'items.2.quantity': '0' };
  expect(isFilledIn([items], values)).toBe(true);
  expect(argumentsOf([items], values)).toEqual({
    items: [
      { line: 1, toVariantId: 'blue' },
      { line: 2, quantity: 0 },
    ],
  });
  for (const wrong of ['', '-1', '1.5', '1000']) expect(isFilledIn([items], { 'items.1.quantity': wrong })).toBe(false);
});

it('sends a text that stands there already', () => {
  const text: Field = { name: 'address', kind: 'text', required: true, value: '5 Elm Road' };
  expect(argumentsOf([text], {})).toEqual({ address: '5 Elm Road' });
});
