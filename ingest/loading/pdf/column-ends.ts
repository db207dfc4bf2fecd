import { isBox } from './box.ts';
import { type Gutter, medianSize, type Strip } from './gutters.ts';
import type { Row } from './rows.ts';
import { atomsOf, bottomOf, isRow, topOf } from './strips.ts';

/**
 * The white above a row under columns that begins something new: it stands below the end of both, and apart or in
 * larger letters. 0: it goes on with its column.
 */
function whiteAbove(above: Strip[], strip: Strip | undefined, x: number): number {
  const before = above.at(-1);
  if (!strip || !before || isBox(strip)) return 0;
  const size = medianSize(above);
  const gap = bottomOf(before) - topOf(strip);
  const lowest = (left: boolean) => Math.min(...above.filter((one) => (left ? one.x0 < x : one.x1 > x)).map(bottomOf));
  const level = Math.max(lowest(true), lowest(false)) - bottomOf(before) < size * 3;
  return level && gap > size * (strip.size > size * 1.1 ? 0.4 : 1.4) ? gap : 0;
}

/** Whether one column goes on below the end of the other: what stands there is wrapped at that column's edge. */
function goesOnBelow(strips: Strip[], x: number): boolean {
  const left = (strips.at(-1)?.x1 ?? 0) <= x;
  const own = (strip: Strip) => (left ? strip.x1 <= x : strip.x0 >= x);
  const start = strips.findLastIndex((strip) => !own(strip)) + 1;
  const above = atomsOf(strips.slice(0, start)).filter((atom) => (atom.x0 + atom.x1) / 2 < x === left);
  const edge = Math.max(...above.map((atom) => atom.x1));
  const wrapped = strips.slice(start).filter((strip) => isRow(strip) && Math.abs(strip.x1 - edge) < strip.size * 0.5);
  return wrapped.length >= 3;
}

/** Rows at both ends of a gutter that stand on one side only, apart from the rest, belong to what is around it. */
export function trim(strips: Strip[], { x, from, to }: Gutter): { from: number; to: number } {
  const bothSides = (i: number) => {
    const strip = strips[i];
    return strip !== undefined && strip.x0 < x && strip.x1 > x && !isBox(strip);
  };
  const gapBelow = (i: number) => {
    const [above, below] = [strips[i], strips[i + 1]];
    return above && below ? bottomOf(above) - topOf(below) : 0;
  };
  const size = medianSize(strips);
  let [start, end] = [from, to];
  // Down to the first gap that goes through the whole width, if only one side has text above it.
  for (let i = from; i < to && !bothSides(i); i++) if (gapBelow(i) > size * 0.75) start = i + 1;
  const oneSide = (a: number, b: number) => {
    const part = strips.slice(a, b + 1);
    return part.every((strip) => strip.x1 <= x) || part.every((strip) => strip.x0 >= x);
  };
  if (!oneSide(from, start - 1)) start = from;
  let widest = 0;
  for (let i = to; i > start && !bothSides(i); i--) {
    const white = whiteAbove(strips.slice(from, i), strips[i], x);
    if (white > widest * 1.2) {
      widest = white;
      end = i - 1;
    }
  }
  if (!oneSide(end + 1, to) || goesOnBelow(strips.slice(from, to + 1), x)) end = to;
  return { from: start, to: end };
}

/** A row of names above columns of figures, with an empty corner where the rows' own names stand below. */
function isCorneredHead(row: Row | undefined, below: Row | undefined, x: number): boolean {
  if (!row || !below || row.x0 < x || row.atoms.length < 2 || row.y - below.y > row.size * 2.4) return false;
  const isName = ({ text }: Row['atoms'][number]) => /\p{L}{2}/u.test(text) && !/\d/.test(text);
  return row.atoms.every(isName) && below.atoms.some((atom) => atom.x0 > x && /\d/.test(atom.text));
}

/** In a table only such a head stands on one side at its upper end; at the lower end only the rest of a wrapped cell. */
export function trimTable(rows: Row[], x: number): { from: number; to: number } {
  const both = rows.map((row) => row.x0 < x && row.x1 > x);
  const first = both.indexOf(true);
  const from = isCorneredHead(rows[first - 1], rows[first], x) ? first - 1 : first;
  let to = both.lastIndexOf(true);
  const gaps = rows.slice(1).map((row, i) => (rows[i]?.y ?? 0) - row.y);
  const tight = Math.min(...gaps);
  while (to + 1 < rows.length && (gaps[to] ?? 0) <= tight * 1.1 && (gaps[to] ?? 0) < (rows[to]?.size ?? 0) * 1.6)
    to += 1;
  return { from: Math.max(0, from), to };
}
