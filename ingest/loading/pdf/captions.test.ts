import { expect, it } from 'vitest';
import type { Box } from './box.ts';
import { continueTable } from './captions.ts';

const boxOf = (rows: string[][]): Box => ({
  x0: 50,
  x1: 300,
  top: 700,
  bottom: 600,
  rows,
  columns: [
    [52, 90],
    [120, 280],
  ],
});

it('gives the rest of a cell that a page cut back to its row, and the head to the rows that follow', () => {
  const before = boxOf([
    ['Part', 'How to claim'],
    ['Display', 'A new one is posted; keep the old one'],
  ]);
  const next = boxOf([
    ['', 'for the courier.'],
    ['Saddle', 'Sent with the next parcel.'],
  ]);
  continueTable(before, next);
  expect(before.rows[1]).toEqual(['Display', 'A new one is posted; keep the old one for the courier.']);
  expect(next.rows).toEqual([
    ['Part', 'How to claim'],
    ['Saddle', 'Sent with the next parcel.'],
  ]);
});

it('leaves a row whose first cell is empty where it is when nothing was cut', () => {
  const before = boxOf([
    ['Part', 'How to claim'],
    ['Display', 'A new one is posted.'],
  ]);
  const next = boxOf([
    ['', 'Cracked ones are not covered.'],
    ['Saddle', 'Sent with the next parcel.'],
  ]);
  continueTable(before, next);
  expect(next.rows[1]).toEqual(['', 'Cracked ones are not covered.']);
});
