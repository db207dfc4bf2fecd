import { expect, it } from 'vitest';
import { withoutFalseHead } from './headless-table.ts';

const headOf = (rows: string[][]) => withoutFalseHead({ kind: 'table', rows }).rows[0];

it('takes no row of names and values for a head', () => {
  const data = [
    ['型号', 'YL-8'],
    ['功率', '900W'],
    ['容量', '1.5L'],
    ['净重', '3.2kg'],
  ];
  expect(headOf(data)).toEqual(['', '']);
  expect(
    headOf([
      ['Monday', '9-17'],
      ['Tuesday', '9-17'],
      ['Friday', '9-13'],
    ]),
  ).toEqual(['', '']);
  const paired = withoutFalseHead({
    kind: 'table',
    rows: [
      ['Voltage', '230 V', 'Weight', '3.2 kg'],
      ['Power', '900 W', 'Cable', '1.5 m'],
    ],
  });
  expect(paired.rows).toEqual([
    ['', ''],
    ['Voltage', '230 V'],
    ['Power', '900 W'],
    ['Weight', '3.2 kg'],
    ['Cable', '1.5 m'],
  ]);
});

it('keeps a head that names the columns', () => {
  for (const rows of [
    [
      ['Zone', 'Up to 2 kg'],
      ['A', '3.9'],
      ['B', '6.5'],
    ],
    [
      ['Parameter', 'Value'],
      ['Power', '900 W'],
      ['Volume', '1.5 l'],
      ['Weight', '3 kg'],
    ],
    [
      ['Fault', 'Remedy'],
      ['No steam', 'Clean the tip'],
      ['Leak', 'Change the seal'],
    ],
    [
      ['Size', 'Chest', 'EU', 'Waist'],
      ['S', '88', '36', '70'],
      ['M', '92', '38', '74'],
    ],
  ])
    expect(headOf(rows)).toEqual(rows[0]);
});
