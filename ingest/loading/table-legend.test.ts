import { expect, it } from 'vitest';
import type { Block } from './loaded-document.ts';
import { withLegend } from './table-legend.ts';

const read = (...blocks: Block[]) => withLegend([{ page: 1, blocks }])[0]?.blocks;
const table = (rows: string[][]): Block => ({ kind: 'table', rows });

it('says in each row what a sign means, and what its absence does', () => {
  const rows = [
    ['Soap', 'Nut oil', 'Lanolin', 'Weight'],
    ['Oatmeal', '●', '', '90 g'],
    ['Lemon', '○', '●', ''],
  ];
  const text = '● = contains   ○ = may contain traces, blank = free of it';
  expect(read({ kind: 'text', text }, table(rows))?.[1]).toEqual(
    table([
      ['Soap', 'Nut oil', 'Lanolin', 'Weight'],
      ['Oatmeal', 'contains', 'free of it', '90 g'],
      ['Lemon', 'may contain traces', 'contains', ''],
    ]),
  );
});

it('reads a legend in Chinese below the table, and leaves empty cells alone that it does not speak of', () => {
  const rows = [
    ['型号', '蓝牙', '防水'],
    ['A1', '✓', ''],
  ];
  const [first] = read(table(rows), { kind: 'text', text: '注：✓表示支持；△：选配。' }) ?? [];
  expect(first).toEqual(
    table([
      ['型号', '蓝牙', '防水'],
      ['A1', '支持', ''],
    ]),
  );
});

it('leaves signs as they are where nothing explains them', () => {
  const rows = [
    ['Model', 'Timer'],
    ['T2', '✓'],
  ];
  expect(read({ kind: 'text', text: 'Size: 3 × 4 m.' }, table(rows))?.[1]).toEqual(table(rows));
});
