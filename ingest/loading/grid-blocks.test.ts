import { expect, it } from 'vitest';
import { gridBlocks } from './grid-blocks.ts';

const rows = (...lines: string[]) => lines.map((line) => line.split(','));

it('takes no name and its value below a table for a row of it', () => {
  const blocks = gridBlocks(rows('Coat,Wash,Press', 'Wool,65,95', 'Down,58,88', '', 'Discount,15 %,'));
  expect(blocks[1]).toEqual({ kind: 'text', text: 'Discount: 15 %' });
});

it('reads what goes on below an empty row under the same head', () => {
  const head = ['Coat', 'Wash', 'Press'];
  const blocks = gridBlocks(rows('Coat,Wash,Press', 'Wool,65,95', '', '12,58,88', '14,61,90'));
  expect(blocks.map((block) => block.kind === 'table' && block.rows[0])).toEqual([head, head]);
});
