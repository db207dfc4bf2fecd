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
      ['Level', 'Spent in 12 months'],
      ['Plain', 'from 0 euros'],
      ['Silver', '100 dollars'],
      ['Gold', '3 pounds'],
    ],
    [
      ['Parameter', 'Value'],
      ['Power', '900 W'],
      ['Volume', '1.5 l'],
      ['Weight', '3 kg'],
    ],
    [
      ['Sign', 'What to do'],
      ['No steam', 'Clean the tip with the needle for 5 seconds, then rinse it with water'],
      ['Leak', 'Change the seal, which holds for about 12 months, and tighten it by hand'],
      ['Noise', 'Pump up to 200 ml of water through it, until the noise is gone again'],
    ],
    [
      ['', 'Lamp 1', 'Lamp 2', 'Lamp 3'],
      ['Power', '9 W', '12 W', '15 W'],
      ['Weight', '1 kg', '2 kg', '3 kg'],
      ['Height', '30 cm', '40 cm', '50 cm'],
    ],
    [
      ['Size', 'Chest', 'EU', 'Waist'],
      ['S', '88', '36', '70'],
      ['M', '92', '38', '74'],
    ],
  ])
    expect(headOf(rows)).toEqual(rows[0]);
});
