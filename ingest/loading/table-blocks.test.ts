import { expect, it } from 'vitest';
import { tableBlocks } from './table-blocks.ts';

it('makes one head of two rows whose upper one, with merged cells, has an empty corner', () => {
  const rows = [
    ['', 'By van', 'By van', 'By bike', 'By bike'],
    ['Town', 'Hours', 'Fee', 'Hours', 'Fee'],
    ['Arnet', '3', '€4', '1', '€9'],
    ['Belm', '5', '€6', 'n/a', ''],
  ];
  expect(tableBlocks(rows)).toEqual([
    { kind: 'table', rows: [['Town', 'By van Hours', 'By van Fee', 'By bike Hours', 'By bike Fee'], ...rows.slice(2)] },
  ]);
});
