import { LoadFailure } from '../load-failure.ts';
import type { CellValues } from './cell-values.ts';
import { childrenOf, find, findAll, isOn, type XmlElement } from './xml.ts';

const MAX_CELLS = 1_000_000;
const MAX_COLUMNS = 1_000;
/** A merged cell speaks for each of its cells; larger ones are decoration. */
const MAX_MERGED = 2_000;

/** "BC12" as column 54 and row 11, both from 0. */
function position(reference: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) - 1 };
}

function hiddenColumns(sheet: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of findAll(sheet, 'col'))
    if (isOn(attributes.hidden))
      for (let c = Number(attributes.min) - 1; c < Math.min(MAX_COLUMNS, Number(attributes.max)); c++) hidden.add(c);
  return hidden;
}

/** The visible cells of a sheet as rows of shown values; what a merged cell says, each of its cells says. */
export function sheetGrid(sheet: XmlElement, values: CellValues): string[][] {
  const grid: string[][] = [];
  const hiddenRows = new Set<number>();
  let cells = 0;
  let row = -1;
  for (const element of childrenOf(find(sheet, 'sheetData'), 'row')) {
    row = element.attributes.r ? Number(element.attributes.r) - 1 : row + 1;
    if (isOn(element.attributes.hidden)) hiddenRows.add(row);
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      column = position(cell.attributes.r ?? '')?.column ?? column + 1;
      if (column >= MAX_COLUMNS) break;
      cells += 1;
      if (cells > MAX_CELLS) throw new LoadFailure('too_large', { detail: 'more than a million cells' });
      const shown = values.show(cell).trim();
      if (shown === '') continue;
      grid[row] ??= [];
      const line = grid[row];
      if (line) line[column] = shown;
    }
  }
  for (const { attributes } of findAll(sheet, 'mergeCell')) {
    const [from, to] = (attributes.ref ?? '').split(':').map(position);
    if (!from || !to || (to.row - from.row + 1) * (to.column - from.column + 1) > MAX_MERGED) continue;
    const text = grid[from.row]?.[from.column];
    if (!text) continue;
    for (let r = from.row; r <= to.row; r++) {
      grid[r] ??= [];
      const line = grid[r];
      for (let c = from.column; line && c <= Math.min(to.column, MAX_COLUMNS); c++) line[c] = text;
    }
  }
  const hidden = hiddenColumns(sheet);
  const width = Math.max(0, ...grid.map((line) => line?.length ?? 0).filter(Boolean));
  const out: string[][] = [];
  for (const [r, line] of grid.entries()) {
    if (!line || hiddenRows.has(r)) {
      out.push([]);
      continue;
    }
    const shown: string[] = [];
    for (let c = 0; c < width; c++) if (!hidden.has(c)) shown.push(line[c] ?? '');
    out.push(shown);
  }
  return out;
}
