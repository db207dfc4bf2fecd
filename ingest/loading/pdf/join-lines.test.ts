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

it.each([
  ['a two-', 'man lift', 'a two-man lift'],
  ['do not tumble-', 'dry wool', 'do not tumble-dry wool'],
  ['part LC-', '447/27', 'part LC-447/27'],
])('keeps the hyphen of a word or a code that has one: %s %s', (above, below, whole) => {
  const lines = ['Tumble on low', 'or dry flat', above, below];
  expect(createLineJoiner(lines).paragraph(above, below)).toBe(whole);
});

it('drops hyphens where the lines show that a program set them', () => {
  const lines = ['clean it with vine-', 'gar, never with al-', 'cohol or hence-', 'forth with oil'];
  const joiner = createLineJoiner(lines);
  expect(joiner.paragraph('with vine-', 'gar')).toBe('with vinegar');
  expect(joiner.paragraph('or hence-', 'forth')).toBe('or henceforth');
});
