import type { Atom } from './atoms.ts';
import { DOTS } from './gutters.ts';
import { MARKER, type Row } from './rows.ts';

/** Atoms of one row that stand close together. */
export interface Cell {
  atoms: Atom[];
  x0: number;
  x1: number;
}

/** A column, and along what its cells are set: their left edges, right edges or middles, while all keep to it. */
export interface CellColumn {
  x0: number;
  x1: number;
  left: number | undefined;
  right: number | undefined;
  middle: number | undefined;
}

/** Rows whose cells are set along the same columns: `[from, to]`. */
export interface CellRun {
  from: number;
  to: number;
  columns: CellColumn[];
  /** Rows with two cells and more. */
  full: number;
}

/** In letter heights. Word spaces are narrower than the white between cells, save between a figure and a Latin word. */
const CELL_GAP = 0.33;
const FIGURE_GAP = 0.12;
/** In letter heights, where the cells of other rows begin or end at the same place: what touches its neighbour. */
const KEPT_GAP = 0.1;
/** Rows that must keep to each edge, and to both together, this one included, among those at most so many rows away. */
const KEPT_EDGE = 2;
const KEPT_EDGES = 6;
const KEPT_REACH = 12;
/** Points. */
const KEPT = 0.4;
const FIGURE = /^[\d.,%€$£¥+−-]+$/u;
/** Points: edges that are meant to be the same. */
const SAME = 1.3;
/** In letter heights: how far apart rows of one table may stand. */
const ROW_STEP = 3.2;
/** In letter heights: lines that are closer stand beside each other. */
export const HALF_LINE = 0.8;
const SAME_SIZE = 1.12;

/** The number of a section or of an item: what follows is its text. */
const isNumbering = (text: string) => MARKER.test(text) || /^\d{1,2}(?:\.\d{1,2})+\.?$/.test(text);

/** Whether a narrow white between two texts is where other rows have theirs: both do not stand there by chance. */
type IsKept = (left: Atom, right: Atom) => boolean;

/** Of figures and what stands beside them, in a row's neighbours; `false` where nothing is that narrow. */
function keptAround(rows: Row[], at: number): IsKept {
  const near = rows.slice(Math.max(0, at - KEPT_REACH), at + KEPT_REACH + 1);
  return (left, right) => {
    if (!/\d/.test(left.text) && !/\d/.test(right.text)) return false;
    const count = (keeps: (atom: Atom, i: number, all: Atom[]) => boolean) =>
      near.filter(({ atoms }) => atoms.some(keeps)).length;
    const begins = count((atom, i) => i > 0 && Math.abs(atom.x0 - right.x0) < KEPT);
    const ends = count((atom, i, all) => i < all.length - 1 && Math.abs(atom.x1 - left.x1) < KEPT);
    return Math.min(begins, ends) >= KEPT_EDGE && begins + ends >= KEPT_EDGES;
  };
}

const isCut = (left: Atom, right: Atom, first: boolean, isKept: IsKept): boolean => {
  if ((first && isNumbering(left.text)) || DOTS.test(left.text) || DOTS.test(right.text)) return false;
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size);
  if (gap >= CELL_GAP || (gap >= FIGURE_GAP && FIGURE.test(left.text) && /^\p{Script=Latin}/u.test(right.text)))
    return true;
  return gap >= KEPT_GAP && isKept(left, right);
};

/** A row's atoms as cells, from left to right. */
export function cellsOf(row: Row, isKept: IsKept = () => false): Cell[] {
  const cells: Cell[] = [];
  row.atoms.forEach((atom, i) => {
    const before = row.atoms[i - 1];
    const last = cells.at(-1);
    if (last && before && !isCut(before, atom, i === 1, isKept)) {
      last.atoms.push(atom);
      last.x1 = Math.max(last.x1, atom.x1);
    } else cells.push({ atoms: [atom], x0: atom.x0, x1: atom.x1 });
  });
  return cells;
}

/** Whether one row may follow another in a table: close by, in letters of about the same size. */
export const follows = (above: Row, below: Row): boolean =>
  above.y - below.y <= Math.max(above.size, below.size) * ROW_STEP &&
  Math.max(above.size, below.size) <= Math.min(above.size, below.size) * SAME_SIZE;

const columnOf = ({ x0, x1 }: Cell): CellColumn => ({ x0, x1, left: x0, right: x1, middle: (x0 + x1) / 2 });

/** The column with a cell more; undefined when it keeps to none of the edges that the others keep to. */
function withCell(column: CellColumn, { x0, x1 }: Cell): CellColumn | undefined {
  const kept = (edge: number | undefined, own: number) =>
    edge !== undefined && Math.abs(edge - own) <= SAME ? edge : undefined;
  const [left, right, middle] = [kept(column.left, x0), kept(column.right, x1), kept(column.middle, (x0 + x1) / 2)];
  if (left === undefined && right === undefined && middle === undefined) return undefined;
  return { x0: Math.min(column.x0, x0), x1: Math.max(column.x1, x1), left, right, middle };
}

/** The columns with a row more; undefined when the row does not keep to them. */
function withRow(columns: CellColumn[], cells: Cell[]): CellColumn[] | undefined {
  const out = [...columns];
  for (const cell of cells) {
    const over = out.flatMap((column, c) => (column.x0 < cell.x1 && column.x1 > cell.x0 ? [c] : []));
    const [at, more] = over;
    if (more !== undefined) return undefined;
    if (at === undefined) out.push(columnOf(cell));
    else {
      const column = out[at];
      const next = column && withCell(column, cell);
      if (!next) return undefined;
      out[at] = next;
    }
  }
  return out.sort((a, b) => a.x0 - b.x0);
}

/** The run that begins at a row, and how many of its rows have two cells and more. */
function runFrom(rows: Row[], cells: Cell[][], from: number): CellRun {
  let run = { from, to: from, columns: (cells[from] ?? []).map(columnOf), full: 1 };
  let columns = run.columns;
  let full = 1;
  for (let i = from + 1; i < rows.length; i++) {
    const [above, row, own] = [rows[i - 1], rows[i], cells[i]];
    if (!above || !row || !own || !follows(above, row)) break;
    const next = withRow(columns, own);
    // New columns below are cells that were empty above; many of them are something else.
    const beside = above.y - row.y < row.size * HALF_LINE;
    if (!next || (!beside && next.length > columns.length + 1)) break;
    columns = next;
    if (own.length >= 2) full += 1;
    // A lone cell belongs to the table when more rows follow, or when it is the rest of a wrapped one.
    const wrapped = own[0] && own[0].x0 > (columns[0]?.x1 ?? 0) && above.y - row.y < row.size * 1.6;
    if (own.length >= 2 || wrapped) run = { from, to: i, columns, full };
  }
  return run;
}

/** Of a run's rows: a column that fewer have is sparse. */
const SPARSE = 0.3;

const isIn = (cells: Cell[], { x0, x1 }: CellColumn): boolean => cells.some((cell) => cell.x0 < x1 && cell.x1 > x0);

/**
 * Words and dashes stand at the left of a column whose figures stand at its right: few rows have them, and none has
 * both, so that they are no column of their own.
 */
function withoutSparse(columns: CellColumn[], rows: Cell[][]): CellColumn[] {
  const out = [...columns];
  for (let c = 0; c < out.length; c++) {
    const column = out[c];
    if (!column || rows.filter((cells) => isIn(cells, column)).length > rows.length * SPARSE) continue;
    const other = [c + 1, c - 1].find((at) => {
      const one = out[at];
      return one && !rows.some((cells) => isIn(cells, column) && isIn(cells, one));
    });
    const [left, right] = other === undefined ? [] : [out[Math.min(c, other)], out[Math.max(c, other)]];
    if (!left || !right) continue;
    const merged = { x0: left.x0, x1: right.x1, left: left.left, right: right.right, middle: undefined };
    out.splice(out.indexOf(left), 2, merged);
    c = -1;
  }
  return out;
}

/** Runs that may be tables, from top to bottom: two rows with two cells and more at least. */
export function cellRuns(rows: Row[]): CellRun[] {
  const cells = rows.map((row, at) => cellsOf(row, keptAround(rows, at)));
  const runs: CellRun[] = [];
  let from = 0;
  while (from < rows.length) {
    const run = (cells[from]?.length ?? 0) >= 2 ? runFrom(rows, cells, from) : undefined;
    if (run && run.columns.length >= 2 && run.full >= 2) {
      const own = cells.slice(run.from, run.to + 1);
      runs.push(run.full >= 4 ? { ...run, columns: withoutSparse(run.columns, own) } : run);
      from = run.to + 1;
    } else from += 1;
  }
  return runs;
}
