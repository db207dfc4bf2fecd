import { expect, it } from 'vitest';
import { flattenHead } from './table-rows.ts';

const SPANS = [true, false, false];

it('joins a head of two storeys whose corner is empty above', () => {
  expect(
    flattenHead(
      [
        ['', 'At home', 'At home'],
        ['Weight', 'Normal', 'Express'],
        ['2 kg', '4.90', '9.90'],
      ],
      SPANS,
    ),
  ).toEqual([
    ['Weight', 'At home Normal', 'At home Express'],
    ['2 kg', '4.90', '9.90'],
  ]);
});

it('leaves the first row of values below a head that spans', () => {
  const rows = [
    ['', 'Price', 'Price'],
    ['Small', '4.90', '9.90'],
    ['Large', '7.90', '12.90'],
  ];
  expect(flattenHead(rows, SPANS)).toEqual(rows);
  const words = [
    ['', 'Wash', 'Wash'],
    ['Wool', 'cold', 'by hand'],
    ['Linen', 'hot', 'machine'],
  ];
  expect(flattenHead(words, SPANS)).toEqual(words);
});
