import type { Atom } from './atoms.ts';
import type { Box } from './box.ts';
import { type Cell, type CellColumn, type CellRun, cellRuns, cellsOf, follows, HALF_LINE } from './cell-columns.ts';
import type { LineJoiner } from './join-lines.ts';
import { hasWords, type Row, rowsOf, toLine } from './rows.ts';
import { groupLines, rowTexts, type TableLine, toTableLine } from './table-rows.ts';

/** In letter heights: wider white between all columns is a gutter, which the cut of the page finds. */
const GUTTER = 0.75;
/** In letter heights: columns that all are wider are running text. */
const PROSE = 12;

/** Of a table's lines: so few are left when those half a height apart count as one. */
const BESIDE = 0.8;
/** Dots that lead to a page's number. */
const LEADERS = /(?:[.·…‥]\s?){4}/u;

/** Lines of a head's cell: the first and the last column that it stands over. */
interface HeadCell {
  text: string;
  from: number;
  to: number;
}

const fontsOf = (rows: Row[]) => new Set(rows.flatMap((row) => row.atoms.map((atom) => atom.font)));

/** The fonts of a run's rows but the first, which may be a head already. */
const bodyFonts = (rows: Row[], run: CellRun) => fontsOf(rows.slice(run.from + 1, run.to + 1));

/** Whether a row is set in fonts that the body of its table has not: as heads are. */
const isMarked = (row: Row | undefined, body: Set<string>): boolean =>
  row?.atoms.every((atom) => !body.has(atom.font)) === true;

/** Separators of columns: at the edges that cells are set along, else in white that the head leaves. */
function edgesOf(columns: CellColumn[], head: Row[]): number[] {
  const cells = head.flatMap((row) => cellsOf(row));
  return columns.slice(1).map((next, c) => {
    const [start, end] = [columns[c]?.x1 ?? 0, next.x0];
    if (next.left !== undefined) return end - Math.min(1, (end - start) / 2);
    if (columns[c]?.right !== undefined) return start + Math.min(1, (end - start) / 2);
    const right = Math.min(end, ...cells.filter((cell) => cell.x0 > start && cell.x0 < end).map((cell) => cell.x0));
    const left = Math.max(start, ...cells.filter((cell) => cell.x1 > start && cell.x1 < right).map((cell) => cell.x1));
    return (left + right) / 2;
  });
}

/** The columns a head's cell stands over. */
function over({ x0, x1 }: Cell, edges: number[]): { from: number; to: number } {
  const columnAt = (x: number) => edges.filter((edge) => edge < x).length;
  const from = columnAt(x0 + 2);
  return { from, to: Math.max(from, columnAt(x1 - 2)) };
}

/** Rows above a run that name its columns: set in a font of their own, else one row with a cell for most columns. */
function headAbove(rows: Row[], run: CellRun): number {
  const body = bodyFonts(rows, run);
  const left = (run.columns[0]?.x0 ?? 0) - 2;
  const marked = [rows[run.from], rows[run.from - 1]].some((row) => isMarked(row, body));
  let from = run.from;
  for (let i = run.from - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (!row || !below || !follows(row, below) || row.x0 < left) break;
    const cells = cellsOf(row);
    if (marked ? !isMarked(row, body) : i < run.from - 1 || cells.length * 2 <= run.columns.length) break;
    from = i;
  }
  // A lone text above the others, at the left, is a title.
  while (from < run.from) {
    const [first, ...others] = rows[from] ? cellsOf(rows[from] as Row) : [];
    if (!first || others.length > 0 || first.x0 > (run.columns[0]?.x1 ?? 0)) break;
    from += 1;
  }
  return from;
}

/** A head of several lines as one: what stands over several columns first, broken lines of a cell joined. */
function headTexts(head: Row[], edges: number[], join: LineJoiner): string[] {
  const cells: HeadCell[] = [];
  for (const row of head) {
    const columns = edges.length + 1;
    // As many names as columns are theirs one by one, wherever in the column each stands, and though they touch.
    const drawn = row.atoms.length === columns;
    const own = drawn ? row.atoms.map((atom): Cell => ({ atoms: [atom], x0: atom.x0, x1: atom.x1 })) : cellsOf(row);
    const oneEach = own.length === columns;
    own.forEach((cell, c) => {
      const { from, to } = oneEach ? { from: c, to: c } : over(cell, edges);
      const { text } = toLine({ ...row, atoms: cell.atoms });
      const above = cells.find((one) => one.from === from && one.to === to);
      if (above) above.text = join.cell(above.text, text);
      else cells.push({ text, from, to });
    });
  }
  const wide = cells.sort((a, b) => b.to - b.from - (a.to - a.from));
  return [...edges, 0].map((_, c) =>
    wide
      .filter(({ from, to }) => from <= c && to >= c)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Lines as rows of the table where white tells them: lines of a cell stand closer than those of two. */
function spacedGroups(lines: TableLine[]): TableLine[][] | undefined {
  const columns = lines[0]?.cells.map((_, c) => lines.filter((line) => line.cells[c])) ?? [];
  const steps = columns.flatMap((own) => own.slice(1).map((line, i) => (own[i]?.y ?? 0) - line.y));
  const least = Math.min(...steps);
  const size = lines[0]?.size ?? 10;
  if (least > size * 1.5) return lines.map((line) => [line]);
  const isWide = (step: number) => step > least * 1.2;
  const whole = (step: number) => Math.abs(step / least - Math.round(step / least)) < 0.04;
  if (!steps.some((step) => isWide(step) && !whole(step))) return undefined;
  /** Stretches that cells fill, from top to bottom; a row of the table is what overlaps. */
  const blocks = columns.flatMap((own) => {
    const out: Array<{ top: number; bottom: number }> = [];
    own.forEach((line, i) => {
      const [top, bottom] = [line.y + line.size * 0.6, line.y];
      const last = out.at(-1);
      if (last && !isWide((own[i - 1]?.y ?? 0) - line.y)) last.bottom = bottom;
      else out.push({ top, bottom });
    });
    return out;
  });
  const rows: typeof blocks = [];
  for (const block of blocks.sort((a, b) => b.top - a.top)) {
    const last = rows.at(-1);
    if (last && block.top > last.bottom) last.bottom = Math.min(last.bottom, block.bottom);
    else rows.push({ ...block });
  }
  return rows
    .map(({ top, bottom }) => lines.filter(({ y }) => y <= top && y >= bottom))
    .filter((group) => group.length > 0);
}

/** Cells that stand beside each other, on one baseline or half a line apart, as those in the middle of a row do. */
function sideBySide(rows: Row[]): Cell[][] {
  const out: Cell[][] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    if (above && above.y - row.y < row.size * HALF_LINE) out.at(-1)?.push(...cellsOf(row));
    else out.push(cellsOf(row));
  });
  return out;
}

/**
 * Narrow white is a separator where the cells beside it keep to an edge in three rows; below a head that is set apart
 * fewer will do. Words of running text stand under each other by chance.
 */
function isTable(rows: Row[], run: CellRun): boolean {
  const own = rows.slice(run.from, run.to + 1);
  const beside = sideBySide(own);
  const size = own[0]?.size ?? 10;
  const { columns } = run;
  const has = (row: Cell[], column: CellColumn | undefined) =>
    column !== undefined && row.some((cell) => cell.x0 < column.x1 && cell.x1 > column.x0);
  const marked = columns.length >= 3 && [own[0], rows[run.from - 1]].some((row) => isMarked(row, bodyFonts(rows, run)));
  const narrow = columns.flatMap((next, c) => {
    const column = columns[c - 1];
    return column && next.x0 - column.x1 < size * GUTTER ? [{ column, next }] : [];
  });
  return (
    (narrow.length > 0 || beside.length < own.length * BESIDE) &&
    narrow.every(
      ({ column, next }) =>
        (next.left !== undefined || column.right !== undefined) &&
        beside.filter((row) => has(row, column) && has(row, next)).length >= (!marked ? 3 : run.full > 2 ? 1 : 2),
    ) &&
    columns.some(({ x0, x1 }) => x1 - x0 < size * PROSE) &&
    columns.every((column) => beside.filter((row) => has(row, column)).length >= 2) &&
    beside.flat().length * 2 > beside.length * columns.length &&
    !own.some((row) => row.atoms.some(({ text }) => LEADERS.test(text))) &&
    hasWords(own)
  );
}

function toBox(rows: Row[], run: CellRun, join: LineJoiner): Box {
  const start = headAbove(rows, run);
  const body = bodyFonts(rows, run);
  let first = run.from;
  while (start < run.from && first < run.to && isMarked(rows[first], body)) first += 1;
  const head = rows.slice(start, first);
  const edges = edgesOf(run.columns, head);
  const lines = rows.slice(first, run.to + 1).map((row) => toTableLine(row, edges));
  const groups = spacedGroups(lines) ?? groupLines(lines);
  const own = rows.slice(start, run.to + 1);
  return {
    x0: Math.min(...own.map((row) => row.x0)),
    x1: Math.max(...own.map((row) => row.x1)),
    top: Math.max(...own.map((row) => row.y + row.size * 0.8)),
    bottom: Math.min(...own.map((row) => row.y - row.size * 0.2)),
    rows: [...(head.length > 0 ? [headTexts(head, edges, join)] : []), ...groups.map((group) => rowTexts(group, join))],
    columns: run.columns.map(({ x0, x1 }) => [x0, x1]),
  };
}

const tightRuns = (rows: Row[]): CellRun[] => cellRuns(rows).filter((run) => isTable(rows, run));

/** Whether columns stand so close somewhere that no gutter is seen between them. */
export const hasTightTable = (atoms: Atom[]): boolean => tightRuns(rowsOf(atoms)).length > 0;

/**
 * Tables without rules whose columns stand closer than a gutter is wide, as office programs set them: told by cells
 * that begin, end or have their middle at the same place in several rows.
 */
export function tightTables(atoms: Atom[], join: LineJoiner): Box[] {
  const rows = rowsOf(atoms);
  return tightRuns(rows).map((run) => toBox(rows, run, join));
}
