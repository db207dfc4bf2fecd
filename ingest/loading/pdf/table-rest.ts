import type { Atom } from './atoms.ts';
import type { Box } from './box.ts';
import { type Cell, cellsOf, follows } from './cell-columns.ts';
import type { LineJoiner } from './join-lines.ts';
import { type Row, rowsOf } from './rows.ts';
import { groupLines, rowTexts, toTableLine } from './table-rows.ts';

/** Points: edges that are meant to be the same. */
const SAME = 1.5;

/** The column that a cell is set along; undefined where it is set along none. */
const columnOf = ({ x0, x1 }: Cell, columns: Box['columns']): number | undefined => {
  const at = columns.findIndex(([left, right]) => Math.abs(left - x0) <= SAME || Math.abs(right - x1) <= SAME);
  return at < 0 ? undefined : at;
};

/** Whether a row's cells, in most columns of three or more, each stand in one of their own: a page's header does not. */
function keepsTo(columns: Box['columns'], row: Row): boolean {
  const cells = cellsOf(row);
  const own = cells.map((cell) => columnOf(cell, columns));
  const most = columns.length >= 3 && cells.length * 2 > columns.length;
  return most && !own.includes(undefined) && new Set(own).size === cells.length;
}

/**
 * The rest of the table that ended the page before: rows at the top of a page that keep to its columns, be it one
 * alone, under the table's head. Undefined where something else begins there.
 */
export function restOfTable(before: Box, atoms: Atom[], join: LineJoiner): Box | undefined {
  const rows = rowsOf(atoms);
  const end = rows.findIndex((row, i) => {
    const above = rows[i - 1];
    return !keepsTo(before.columns, row) || (above !== undefined && !follows(above, row));
  });
  const own = end < 0 ? rows : rows.slice(0, end);
  const [first, last] = [own[0], own.at(-1)];
  const [head] = before.rows;
  if (!first || !last || !head) return undefined;
  const edges = before.columns.slice(1).map(([left], c) => Math.max(left - SAME * 2, before.columns[c]?.[1] ?? 0));
  const lines = own.map((row) => toTableLine(row, edges));
  const texts = groupLines(lines).map((group) => rowTexts(group, join));
  return {
    x0: Math.min(...own.map((row) => row.x0)),
    x1: Math.max(...own.map((row) => row.x1)),
    top: first.y + first.size,
    bottom: last.y - last.size * 0.2,
    rows: texts[0]?.join('|') === head.join('|') ? texts : [head, ...texts],
    columns: before.columns,
  };
}
