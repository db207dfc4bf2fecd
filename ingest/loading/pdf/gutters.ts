import { type Box, isBox } from './box.ts';
import { MARKER, type Row } from './rows.ts';
import { createCover, gapsBetween, mergeStretches, type Stretch } from './stretches.ts';

/** What a page is cut into: rows of text, and boxes (tables that are read already) which no cut goes through. */
export type Strip = Row | Box;

/** A white strip between texts on both sides, from row `from` to row `to` (both in it). */
export interface Gutter {
  x: number;
  from: number;
  to: number;
}

/** Points. */
const STEP = 1;
/** Rows on both sides that make a gutter. */
export const MIN_ROWS = 2;
/** In letter heights: white between columns is at least as wide. */
const MIN_WIDTH = 0.75;
/** How much more a gutter through all rows counts. */
const WHOLE = 1.25;
export const DOTS = /^[.·…‥\s_-]{3,}$/;

export const medianSize = (strips: Strip[]): number => {
  const sizes: number[] = [];
  for (const strip of strips) if (!isBox(strip)) for (const { size } of strip.atoms) sizes.push(size);
  return Float64Array.from(sizes).sort()[Math.floor(sizes.length / 2)] ?? 10;
};

/** Stretches of a row in which no gutter may run: its text, and the white after a bullet or a row of dots. */
function covered(row: Row): Array<[number, number]> {
  return row.atoms.map((atom, i) => {
    const next = row.atoms[i + 1];
    const bridge = next && (DOTS.test(atom.text) || DOTS.test(next.text) || MARKER.test(atom.text));
    return [atom.x0, bridge && next.x0 - atom.x1 < atom.size * 4 ? next.x0 : atom.x1];
  });
}

/**
 * The longest gutter of a region: the one that the most rows use on both its sides. White strips as column
 * separators: Nagy and Seth, "Hierarchical representation of optically scanned documents" (ICPR 1984), and
 * Breuel, "Two geometric algorithms for layout analysis" (DAS 2002).
 */
function findGutter(strips: Strip[]): Gutter | undefined {
  const size = medianSize(strips);
  const half = Math.max(4.5, size * MIN_WIDTH) / 2;
  const boxes = strips.filter(isBox);
  const left = Math.min(...strips.map((strip) => strip.x0));
  const right = Math.max(...strips.map((strip) => strip.x1));
  const columns = Math.ceil((right - left) / STEP) + 1;
  const whites = strips.map((strip) => {
    const marks: Stretch[] = [];
    const mark = (x0: number, x1: number) =>
      marks.push([Math.ceil((x0 - half - left) / STEP), Math.floor((x1 + half - left) / STEP) + 1]);
    if (isBox(strip)) mark(strip.x0, strip.x1);
    else {
      for (const [x0, x1] of covered(strip)) mark(x0, x1);
      for (const box of boxes) if (strip.y < box.top && strip.y > box.bottom) mark(box.x0, box.x1);
    }
    return gapsBetween(mergeStretches(marks, columns), columns);
  });

  // How many rows have text on either side of each column that is white in them: what no gutter there can exceed.
  const sides = [createCover(columns), createCover(columns)] as const;
  strips.forEach((strip, i) => {
    for (const white of whites[i] ?? []) {
      const x = left + white[0] * STEP;
      if (strip.x0 < x) sides[0].add(white);
      if (strip.x1 > x) sides[1].add(white);
    }
  });
  const [leftSide, rightSide] = [sides[0].counts(), sides[1].counts()];
  let lines: Uint8Array[] | undefined;
  const drawWhites = () =>
    whites.map((list) => {
      const line = new Uint8Array(columns);
      for (const [from, to] of list) line.fill(1, from, to);
      return line;
    });

  let best: { score: number; gutter: Gutter; width: number } | undefined;
  for (let column = 1; column < columns - 1; column++) {
    const most = Math.min(leftSide[column] ?? 0, rightSide[column] ?? 0) * WHOLE;
    if (most < Math.max(MIN_ROWS, best?.score ?? 0)) continue;
    lines ??= drawWhites();
    const x = left + column * STEP;
    let from = -1;
    let lefts = 0;
    let rights = 0;
    for (let i = 0; i <= strips.length; i++) {
      const strip = strips[i];
      if (strip && lines[i]?.[column] === 1) {
        if (from < 0) from = i;
        if (strip.x0 < x) lefts += 1;
        if (strip.x1 > x) rights += 1;
        continue;
      }
      // One that nothing stands in the way of, from top to bottom, parts what a shorter one would run together.
      const score = Math.min(lefts, rights) * (from === 0 && i === strips.length ? WHOLE : 1);
      if (from >= 0 && score >= MIN_ROWS) {
        const same =
          best?.score === score &&
          best.gutter.from === from &&
          best.gutter.to === i - 1 &&
          Math.abs(best.gutter.x + (best.width / 2 + 1) * STEP - x) < STEP * 1.5;
        if (best && same) {
          best.width += 1;
          best.gutter.x += STEP / 2;
        } else if (!best || score > best.score) best = { score, gutter: { x, from, to: i - 1 }, width: 0 };
      }
      from = -1;
      lefts = 0;
      rights = 0;
    }
  }
  return best?.gutter;
}

const known = new WeakMap<Strip[], { gutter: Gutter | undefined }>();

/** The gutter of strips that are left as they are, looked for once. */
export function gutterOf(strips: Strip[]): Gutter | undefined {
  const before = known.get(strips) ?? { gutter: findGutter(strips) };
  known.set(strips, before);
  return before.gutter;
}

/** The middle of the widest part of a strip that the fewest rows cross. */
function middleOf(count: Int32Array, from: number, to: number): number {
  const least = Math.min(...count.subarray(from, to));
  let best = { start: from, end: from };
  let start = from;
  for (let x = from; x <= to; x++) {
    if (x < to && count[x] === least) continue;
    if (x - start > best.end - best.start) best = { start, end: x };
    start = x + 1;
  }
  return (best.start + best.end) / 2;
}

/**
 * Middles of the white strips that at most a sixth of the rows cross: cells that span columns do. `minWidth` in
 * letter heights.
 */
export function columnEdges(rows: Row[], minWidth = MIN_WIDTH): number[] {
  const left = Math.min(...rows.map((row) => row.x0));
  const right = Math.max(...rows.map((row) => row.x1));
  const length = Math.ceil(right - left) + 2;
  const cover = createCover(length);
  for (const row of rows) {
    const text = covered(row).map(([x0, x1]): Stretch => [Math.floor(x0 - left), Math.ceil(x1 - left)]);
    for (const stretch of mergeStretches(text, length)) cover.add(stretch);
  }
  const count = cover.counts().subarray(0, length);
  const limit = Math.floor(rows.length / 6);
  const width = Math.max(3, medianSize(rows) * minWidth);
  const edges: number[] = [];
  let start = -1;
  for (let x = 0; x < count.length; x++) {
    const free = (count[x] ?? 0) <= limit;
    if (free && start < 0) start = x;
    if (!free && start >= 0) {
      if (start > 0 && x - start >= width) edges.push(left + middleOf(count, start, x));
      start = -1;
    }
  }
  return edges;
}
