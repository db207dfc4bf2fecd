import { joinHeads } from '../two-row-head.ts';
import type { LineJoiner } from './join-lines.ts';
import { type Row, toLine } from './rows.ts';

/** One printed line of a table: what stands in each column; undefined where nothing does. */
export interface TableLine {
  y: number;
  size: number;
  cells: Array<CellLine | undefined>;
}

export interface CellLine {
  text: string;
  x0: number;
  x1: number;
  /** The last column that it reaches into. */
  to: number;
}

const TOKEN = /^[^\s\p{Script=Han}]*\d[^\s\p{Script=Han}]*$/u;

/** Sorts a row's text into columns; `edges` are the separators between them. */
export function toTableLine(row: Row, edges: number[]): TableLine {
  const columnAt = (x: number) => edges.filter((edge) => edge < x).length;
  const byColumn = Map.groupBy(row.atoms, (atom) => columnAt(atom.x0 + Math.min(2, (atom.x1 - atom.x0) / 4)));
  const cells: TableLine['cells'] = Array.from({ length: edges.length + 1 }, () => undefined);
  for (const [column, atoms] of byColumn) {
    const line = toLine({ ...row, atoms: [...atoms] });
    const x0 = Math.min(...atoms.map((atom) => atom.x0));
    const x1 = Math.max(...atoms.map((atom) => atom.x1));
    if (line.text !== '') cells[column] = { text: line.text, x0, x1, to: Math.max(column, columnAt(x1 - 2)) };
  }
  return { y: row.y, size: row.size, cells };
}

/** Where the text of each column begins and ends; cells over several columns left out. */
export const columnExtents = (lines: TableLine[]): Array<[number, number]> =>
  Array.from({ length: lines[0]?.cells.length ?? 0 }, (_, c) => {
    const own = lines.flatMap(({ cells }) => (cells[c]?.to === c ? [cells[c]] : []));
    return [Math.min(...own.map((cell) => cell.x0)), Math.max(...own.map((cell) => cell.x1))];
  });

/** The next line's first word (a letter in Chinese) would have had room on this one: nothing was wrapped. */
function wouldFit(above: CellLine, below: CellLine, right: number, size: number): boolean {
  const word = /^(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/u.exec(below.text)?.[0] ?? '';
  const width = ((below.x1 - below.x0) / Math.max(1, below.text.length)) * word.length;
  return right - above.x1 > width + size * 0.4;
}

const isLower = (line: TableLine) => line.cells.every((cell) => !cell || /^\p{Ll}/u.test(cell.text));

/**
 * Lines all of whose cells go on in small letters, in a table whose rows begin in capitals: each belongs to the row
 * above, though white and width do not tell it. The rows of a table in small letters do not.
 */
function goingOn(lines: TableLine[]): Set<TableLine> {
  const lower = lines.filter(isLower);
  const capital = lines.filter(({ cells }) => /^[\p{Lu}\d]/u.test(cells[0]?.text ?? ''));
  return new Set(capital.length >= 3 && capital.length * 4 > lines.length ? lower : []);
}

/** Groups printed lines to rows of the table: wrapped lines stand closer, or could not have fitted above. */
export function groupLines(lines: TableLine[]): TableLine[][] {
  const groups: TableLine[][] = [];
  const gaps = lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y);
  const tight = Math.min(...gaps.filter((gap) => gap > 1));
  const wide = gaps.filter((gap) => gap > tight * 1.22).length;
  const spaced = wide >= 2 && wide * 5 >= gaps.length;
  // White is either a line's or a row's, and nothing between.
  const clear = spaced && gaps.every((gap) => gap <= tight * 1.15 || gap >= tight * 1.5);
  const columns = lines[0]?.cells.length ?? 0;
  const rights = Array.from({ length: columns }, (_, c) => Math.max(...lines.map((line) => line.cells[c]?.x1 ?? 0)));

  const lower = goingOn(lines);
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const group = groups.at(-1);
    if (!above || !group) {
      groups.push([line]);
      return;
    }
    const gap = above.y - line.y;
    const filled = line.cells.filter(Boolean).length;
    const wraps = line.cells.every((cell, c) => {
      const upper = above.cells[c];
      if (!cell) return true;
      if (!upper) return group.some((earlier) => earlier.cells[c]) === false && spaced && gap <= tight * 1.1;
      if (TOKEN.test(cell.text) && TOKEN.test(upper.text)) return false;
      return !wouldFit(upper, cell, rights[c] ?? 0, line.size);
    });
    const both = line.cells.flatMap((cell, c) => {
      const upper = above.cells[c];
      return cell && upper ? [wouldFit(upper, cell, rights[c] ?? 0, line.size)] : [];
    });
    const full = both.filter((fits) => !fits).length;
    if (lower.has(line) && full >= 2 && full * 2 > both.length && gap <= tight * 1.22) {
      group.push(line);
      return;
    }
    const values = line.cells.some((cell, c) => TOKEN.test(cell?.text ?? '') && TOKEN.test(above.cells[c]?.text ?? ''));
    const rest = clear && filled < columns && !values;
    const isNew = gap > tight * 1.22 || (!wraps && !rest) || (filled === columns && !spaced && columns > 1);
    if (isNew) groups.push([line]);
    else group.push(line);
  });
  return groups;
}

/** The texts of a row of the table, one for each column. */
export function rowTexts(group: TableLine[], join: LineJoiner): string[] {
  const columns = group[0]?.cells.length ?? 0;
  return Array.from({ length: columns }, (_, c) =>
    group.reduce((text, line) => (line.cells[c] ? join.cell(text, line.cells[c]?.text ?? '') : text), ''),
  );
}

/** A cell that reaches over several columns speaks for each of them, unless it is a title over all. */
export function spread(texts: string[], group: TableLine[]): string[] {
  const out = [...texts];
  texts.forEach((text, c) => {
    const to = Math.max(c, ...group.map((line) => line.cells[c]?.to ?? c));
    if (text === '' || (c === 0 && to === texts.length - 1)) return;
    for (let next = c + 1; next <= to; next++) if (texts[next] === '') out[next] = text;
  });
  return out;
}

/** A head of two storeys becomes one. */
export function flattenHead(rows: string[][], spans: boolean[]): string[][] {
  const [head, next, ...body] = rows;
  if (!head || !next || !spans[0] || body.length === 0) return rows;
  const shared = head.map((text, c) => text !== '' && (text === head[c - 1] || text === head[c + 1]));
  // An empty corner is named by the second storey, where that is words above figures.
  const hasFigure = (row: string[]) => row.some((cell) => /\d/.test(cell));
  const names = !hasFigure(next) && body.every(hasFigure);
  const isSecond = head.every((text, c) => shared[c] || next[c] === '' || next[c] === text || (text === '' && names));
  if (!isSecond || !shared.includes(true)) return rows;
  return [joinHeads(head, next), ...body];
}
