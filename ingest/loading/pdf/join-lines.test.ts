import { expect, it } from 'vitest';
import { createLineJoiner } from './join-lines.ts';

const { cell, paragraph } = createLineJoiner(['Postage per parcel', 'Charge']);

it.each([
  ['Deliv', 'ery', 'Delivery'],
  ['Warr', 'anty', 'Warranty'],
  ['Dispat', 'ch', 'Dispatch'],
  ['Post', 'age', 'Postage'],
])('puts a word together that a narrow cell broke: %s %s', (above, below, whole) => {
  expect(cell(above, below)).toBe(whole);
});

it.each([
  ['Weight', 'kg'],
  ['Delivery', 'time'],
  ['Size', 'cm'],
  ['Charge', 'per parcel'],
])('leaves words apart that are two: %s %s', (above, below) => {
  expect(cell(above, below)).toBe(`${above} ${below}`);
});

it('breaks no word of running text open', () => {
  expect(paragraph('the ware-', 'house ships')).toBe('the warehouse ships');
});
