import type { Atom } from './atoms.ts';
import { HALF_LINE } from './cell-columns.ts';
import { columnEdges } from './gutters.ts';
import { type Row, toLine, toRows } from './rows.ts';
import type { Rules } from './rules.ts';

/** The space between two rules of a table that follow each other. */
export interface Band {
  top: number;
  bottom: number;
  rows: Row[];
}

/** What may be a table: bands under each other. */
export interface Frame {
  x0: number;
  x1: number;
  bands: Band[];
}

type Horizontal = Rules['horizontal'][number];
type Vertical = Rules['vertical'][number];

/** Points: rules that are meant to meet. */
export const NEAR = 5;
const DOUBLE_RULE = 6;
/** So many rows with all their sides drawn make a closed grid; one alone may be a head in a frame. */
const CLOSED_ROWS = 2;
/** In letter heights. */
const APART = 0.6;
const LARGER = 1.12;
/** In letter heights: lines of a head's cell stand no further apart; half a line apart they stand beside each other. */
const HEAD_STEP = 1.5;
const CAPTION = /^(?:table|tab\.|chart|附?表|图表)\s*[A-Z]?[\d一二三四五六七八九十]/i;

const crosses = ([, low, high]: Vertical, { top, bottom }: { top: number; bottom: number }) =>
  Math.min(high, top) - Math.max(low, bottom) > (top - bottom) * 0.6;

/** Separators of columns that are drawn through a band, without the frame's own sides. */
export const drawnEdges = (vertical: Vertical[], band: { top: number; bottom: number }, x0: number, x1: number) =>
  vertical.filter((rule) => rule[0] > x0 + NEAR && rule[0] < x1 - NEAR && crosses(rule, band)).map(([x]) => x);

/** Whether a table's left and right sides are drawn along a band. */
const hasSides = (vertical: Vertical[], band: { top: number; bottom: number }, ends: [number, number]): boolean =>
  ends.every((end) => vertical.some((rule) => Math.abs(rule[0] - end) < NEAR && crosses(rule, band)));

const middle = ({ y, size }: { y: number; size: number }) => y + size * 0.35;
const whiteBetween = (above: Row, below: Row) => above.y - below.y - below.size;

/** A heading, a caption or a text between two tables that have rules of the same width. */
function isForeign(group: Row[], size: number): boolean {
  if (group.some((row) => row.size > size * LARGER)) return true;
  const [first] = group;
  return (
    columnEdges(group).length === 0 && (group.length > 1 || (first !== undefined && CAPTION.test(toLine(first).text)))
  );
}

/** Rows that stand together; a band without drawn columns may hold the end of one table and the head of the next. */
function groupsOf(rows: Row[]): Row[][] {
  const groups: Row[][] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const last = groups.at(-1);
    const larger = above && Math.max(row.size, above.size) > Math.min(row.size, above.size) * LARGER;
    if (last && above && !larger && whiteBetween(above, row) < row.size * APART) last.push(row);
    else groups.push([row]);
  });
  return groups;
}

/** A band's parts between foreign rows: `null` stands for these. */
function partsOf(band: Band, size: number): Array<Band | null> {
  const parts: Array<Band | null> = [];
  for (const rows of groupsOf(band.rows)) {
    const last = parts.at(-1);
    if (isForeign(rows, size)) {
      if (last !== null) parts.push(null);
    } else if (last) last.rows.push(...rows);
    else parts.push({ ...band, rows });
  }
  for (const part of parts) {
    if (!part || parts.length === 1) continue;
    const [first, final] = [part.rows[0], part.rows.at(-1)];
    if (first && first !== band.rows[0]) part.top = first.y + first.size * 1.1;
    if (final && final !== band.rows.at(-1)) part.bottom = final.y - final.size * 0.4;
  }
  return parts;
}

/** Bands that hold columns, in unbroken runs; a line over the whole width may stand between them. */
export function framesOf(set: Horizontal[], atoms: Atom[], vertical: Vertical[]): Frame[] {
  const [, x0 = 0, x1 = 0] = set[0] ?? [];
  const frames: Frame[] = [];
  let bands: Band[] = [];
  let tabular = 0;
  /** Bands up to the last that holds columns: a line below it is a note under the table. */
  let end = 0;
  /** Bands in a row of a closed grid: with both sides and separators of columns drawn. */
  let closed = 0;
  const close = () => {
    bands.length = end;
    if (tabular >= 2 || (tabular === 1 && (bands[0]?.rows.length ?? 0) >= 3)) frames.push({ x0, x1, bands });
    bands = [];
    tabular = 0;
    end = 0;
  };
  const inside = atoms.filter((atom) => atom.x0 > x0 - NEAR && atom.x1 < x1 + NEAR);
  const sizes = inside.map((atom) => atom.size).sort((a, b) => a - b);
  for (let i = 1; i < set.length; i++) {
    const [top, bottom] = [set[i - 1]?.[0] ?? 0, set[i]?.[0] ?? 0];
    const rows = toRows(inside.filter((atom) => middle(atom) < top && middle(atom) > bottom));
    const drawn = drawnEdges(vertical, { top, bottom }, x0, x1).length > 0;
    if (rows.length === 0) {
      if (top - bottom > DOUBLE_RULE && !drawn) close();
      continue;
    }
    const band = { top, bottom, rows };
    // Where a closed grid's sides are not drawn there is white between it and the next one.
    const sided = hasSides(vertical, band, [x0, x1]);
    if (closed >= CLOSED_ROWS && !sided && !drawn) {
      close();
      closed = 0;
      continue;
    }
    if (sided && drawn) closed += 1;
    else if (!sided) closed = 0;
    for (const part of drawn ? [band] : partsOf(band, sizes[Math.floor(sizes.length / 2)] ?? 10)) {
      if (part && (drawn || columnEdges(part.rows).length > 0)) {
        tabular += 1;
        bands.push(part);
        end = bands.length;
      } else if (part && part.rows.length === 1 && tabular > 0) bands.push(part);
      else close();
    }
  }
  close();
  return frames.map((frame) => extended(frame, inside));
}

/** The names above a table, whose cells may be of one line beside others of two: lines that stand together, from top to bottom. */
function headOf(above: Row[], body: Row[]): Row[] {
  const fonts = new Set(body.flatMap(({ atoms }) => atoms.map(({ font }) => font)));
  const isMarked = ({ atoms }: Row) => atoms.length >= 2 && atoms.every(({ font }) => !fonts.has(font));
  const end = above.findIndex((row, i) => {
    const below = above[i - 1];
    if (!below) return false;
    const step = (row.y - below.y) / row.size;
    return step >= HALF_LINE && (step > HEAD_STEP || !isMarked(row) || !isMarked(below));
  });
  return (end < 0 ? above : above.slice(0, end)).toReversed();
}

/**
 * Heads above the first rule and rows below the last belong to the table, when they stand as close as its rows do and
 * keep to its columns.
 */
function extended(frame: Frame, inside: Atom[]): Frame {
  const [first, last] = [frame.bands[0], frame.bands.at(-1)];
  const own = frame.bands.flatMap((band) => band.rows);
  const edges = columnEdges(own, 0.6);
  if (!first || !last || edges.length === 0) return frame;
  const heights = frame.bands.map((band) => band.top - band.bottom).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 20;
  const size = own[0]?.size ?? 10;
  const keeps = (row: Row, separators: number[]) =>
    row.size < size * LARGER &&
    row.atoms.every((atom) => separators.every((edge) => edge <= atom.x0 + 2 || edge >= atom.x1 - 2));
  const fits = (row: Row) => row.atoms.length >= 2 && columnEdges([row]).length > 0 && keeps(row, edges);
  const bands = [...frame.bands];
  const above = toRows(inside.filter((atom) => middle(atom) >= first.top)).reverse();
  const head = headOf(above, own);
  const [highest, lowest] = [head[0], head.at(-1)];
  // Names are often wider than what stands below: they make their own room.
  const roomy = columnEdges([...head, ...own], 0.6);
  const room = roomy.length === edges.length ? roomy : edges;
  const isHead = head.length > 0 && columnEdges(head).length > 0 && head.every((row) => keeps(row, room));
  if (highest && lowest && isHead && lowest.y - first.top < Math.max(usual, size * 2))
    bands.unshift({ top: highest.y + highest.size * 0.9, bottom: first.top, rows: head });
  let bottom = last.bottom;
  for (const row of toRows(inside.filter((atom) => middle(atom) <= last.bottom))) {
    if (!fits(row) || bottom - row.y - row.size > Math.max(usual * 0.8, size)) break;
    bands.push({ top: bottom, bottom: row.y - row.size * 0.5, rows: [row] });
    bottom = row.y - row.size * 0.5;
  }
  return { ...frame, bands };
}
