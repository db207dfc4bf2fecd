import { expect, it } from 'vitest';
import { partTables } from './part-tables.ts';

const place = { x0: 0, x1: 300, top: 700, bottom: 500, columns: [] };
const HEAD = ['Rows', 'Adults', 'Children'];

it('parts tables of the same columns where their head stands again, each under its own name', () => {
  const rows = [HEAD, ['1–5', '18', '9'], ['Evening', '', ''], HEAD, ['1–5', '24', '12']];
  expect(partTables({ ...place, rows, caption: 'Matinee' }).map((part) => [part.caption, part.rows])).toEqual([
    ['Matinee', [HEAD, ['1–5', '18', '9']]],
    ['Evening', [HEAD, ['1–5', '24', '12']]],
  ]);
});

it('leaves a table with one head as it is', () => {
  const box = { ...place, rows: [HEAD, ['1–5', '18', '9'], ['6–9', '12', '6']] };
  expect(partTables(box)).toEqual([box]);
});
