import { isCaptionLine } from '../caption-line.ts';
import type { Atom } from './atoms.ts';
import { type Box, isBox } from './box.ts';
import { tightTables } from './cell-table.ts';
import { trim, trimTable } from './column-ends.ts';
import { columnEdges, type Gutter, gutterOf, MIN_ROWS, medianSize, type Strip } from './gutters.ts';
import { isTranslation } from './is-translation.ts';
import type { LineJoiner } from './join-lines.ts';
import { hasWords, type Row, rowsOf, toLine, toRows } from './rows.ts';
import { cardRows, stepCards } from './step-cards.ts';
import { atomsOf, bottomOf, isRow, topOf, toStrips, widthOf } from './strips.ts';
import { columnExtents, flattenHead, groupLines, rowTexts, spread, toTableLine } from './table-rows.ts';

/** A part of a page in reading order: rows of one column, or a table. */
export interface Region {
  kind: 'text';
  rows: Row[];
}
export type Part = Region | Box;

const MAX_DEPTH = 12;
const FULL_LINE = 0.72;
/** In letter heights. */
const PROSE_WIDTH = 9;

interface Side {
  lines: Row[];
  prose: boolean;
}

/** Whether lines go on from one to the next, as those of a sentence do and cells of a table do not. */
function flows(rows: Row[]): boolean {
  const lines = rows.map(toLine);
  const [left, right] = [Math.min(...lines.map(({ x0 }) => x0)), Math.max(...lines.map(({ x1 }) => x1))];
  const sentences = lines.filter(({ text }) => /[.。!！?？]$/.test(text)).length;
  const on = lines.filter((line, i) => {
    const next = lines[i + 1];
    const full = line.x1 - left > (right - left) * FULL_LINE;
    return next && full && !/[.。:：!！?？;；]$/.test(line.text) && /^[\p{Ll}\p{Script=Han}]/u.test(next.text);
  }).length;
  return sentences > 0 && on >= 2 && on * 5 >= (lines.length - 1) * 2;
}

/** A column's own lines, and whether they are running text: wide, and mostly full. */
function sideOf(strips: Strip[], keep: (x: number) => boolean): Side {
  const atoms = strips.flatMap((strip) => (isBox(strip) ? [] : strip.atoms.filter((a) => keep((a.x0 + a.x1) / 2))));
  const lines = toRows(atoms);
  const left = Math.min(...lines.map((line) => line.x0));
  const right = Math.max(...lines.map((line) => line.x1));
  const size = medianSize(lines);
  const fills = lines.map((line) => (line.x1 - line.x0) / Math.max(1, right - left)).sort((a, b) => a - b);
  // Cells far apart in one line are no text, however far they reach.
  const broken = lines.filter((line) =>
    line.atoms.some((atom, i) => i > 0 && atom.x0 - (line.atoms[i - 1]?.x1 ?? 0) > size * 2),
  ).length;
  const full = fills.filter((fill) => fill > FULL_LINE).length;
  const prose =
    lines.length >= 3 &&
    right - left > size * PROSE_WIDTH &&
    broken < lines.length * 0.3 &&
    (full >= lines.length * 0.5 || flows(lines));
  return { lines, prose };
}

/** Every column of a region, where there are more than two. */
function allSides(rows: Row[]): Side[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...columnEdges(rows), Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((end, i) => sideOf(rows, (x) => x >= (bounds[i] ?? 0) && x < end));
}

/** The share of the lines of the side with fewer of them that have a neighbour on the same baseline. */
function aligned(left: Row[], right: Row[]): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const beside = few.filter((line) => many.some((other) => Math.abs(other.y - line.y) < line.size * 0.3));
  return few.length === 0 ? 0 : beside.length / few.length;
}

/** Groups of lines between wider gaps begin together on both sides of a table's gutter, by chance in columns. */
function blocksAligned(left: Row[], right: Row[]): boolean {
  const tops = (lines: Row[]) => {
    const gaps = lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y);
    const tight = Math.min(...gaps);
    return lines.filter((_, i) => i === 0 || (gaps[i - 1] ?? 0) > tight * 1.2);
  };
  const [a, b] = [tops(left), tops(right)];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 3) return false;
  const together = few.filter((line) => many.some((other) => Math.abs(other.y - line.y) < line.size * 0.3));
  return together.length >= few.length * 0.9 && few.length >= many.length * 0.6;
}

const fontsOf = (row: Row | undefined) => new Set(row?.atoms.map(({ font }) => font));

/** Rows that name columns anew, as labels above what is filled in do: set like the first row, and no other row is. */
function headsOf(rows: Row[]): Row[] {
  const head = fontsOf(rows[0]);
  const inHead = (row: Row) => row.atoms.filter(({ font }) => head.has(font)).length;
  const heads = rows.filter((row) => inHead(row) === row.atoms.length && row.atoms.length >= 2);
  const isName = ({ atoms }: Row) =>
    atoms.every(({ text }) => /\p{Ll}{2}|\p{Script=Han}{2}/u.test(text) && !/\d/.test(text));
  const apart = rows.every((row, i) =>
    heads.includes(row) ? isName(row) && !heads.includes(rows[i + 1] ?? row) : inHead(row) === 0,
  );
  return apart ? heads : [];
}

/** Tables without rules: printed lines in columns. None when they turn out to be no table. */
function toTables(rows: Row[], join: LineJoiner): Box[] {
  const edges = columnEdges(rows);
  if (edges.length === 0) return [];
  const lines = rows.map((row) => toTableLine(row, edges));
  const groups = groupLines(lines);
  const texts = groups.map((group) => spread(rowTexts(group, join), group));
  const spans = groups.map((group) => group.some((line) => line.cells.some((cell, c) => cell && cell.to > c)));
  const all = flattenHead(texts, spans);
  const filled = all.filter((row) => row.filter(Boolean).length >= 2).length;
  if (filled < 2 || (all.length === 2 && edges.length < 2)) return [];
  const heads = new Set(headsOf(rows).map(({ y }) => y));
  const starts =
    all.length === groups.length ? groups.flatMap(([line], g) => (line && heads.has(line.y) ? [g] : [])) : [];
  const cuts = starts.length > 1 ? starts : [0];
  return cuts.map((start, i) => {
    const end = cuts[i + 1] ?? all.length;
    const printed = cuts.length > 1 ? groups.slice(start, end).flat() : lines;
    const own = rows.filter(({ y }) => printed.some((line) => line.y === y));
    const [first, last] = [own[0], own.at(-1)];
    return {
      x0: Math.min(...own.map((row) => row.x0)),
      x1: Math.max(...own.map((row) => row.x1)),
      top: first ? topOf(first) : 0,
      bottom: last ? bottomOf(last) : 0,
      rows: all.slice(start, end),
      columns: columnExtents(lines),
    };
  });
}

type Kind = 'columns' | 'table' | 'neither';

function kindOf(region: Strip[], gutter: Gutter): Kind {
  if (region.some(isBox)) return 'columns';
  const left = sideOf(region, (x) => x < gutter.x);
  const right = sideOf(region, (x) => x >= gutter.x);
  if (isTranslation(left.lines, right.lines)) return 'columns';
  if (left.prose && right.prose) return blocksAligned(left.lines, right.lines) ? 'table' : 'columns';
  const sides = allSides(region.filter(isRow));
  if (sides.length > 2 && sides.every(({ prose }) => prose)) {
    const [first, ...others] = sides;
    return first && others.every((side) => blocksAligned(first.lines, side.lines)) ? 'table' : 'columns';
  }
  const lines = Math.min(left.lines.length, right.lines.length);
  if (aligned(left.lines, right.lines) >= 0.75) return lines >= MIN_ROWS ? 'table' : 'neither';
  return lines >= 3 ? 'columns' : 'neither';
}

/** Wide tables between columns of text: rows whose both sides are cut once more. */
function tableInside(strips: Strip[], { x, from, to }: Gutter): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined;
  let start = -1;
  for (let i = from; i <= to + 1; i++) {
    const strip = strips[i];
    const cut =
      i <= to && strip && !isBox(strip)
        ? (['left', 'right'] as const).map((side) =>
            strip.atoms
              .filter((atom) => (side === 'left' ? atom.x1 <= x : atom.x0 >= x))
              .some((atom, k, all) => k > 0 && atom.x0 - (all[k - 1]?.x1 ?? 0) > atom.size),
          )
        : [];
    const wide = cut.length === 2 && (cut[0] || cut[1]) && strip !== undefined && strip.x0 < x && strip.x1 > x;
    if (wide && start < 0) start = i;
    if (!wide && start >= 0) {
      if (i - start >= 3 && (!best || i - start > best.to - best.from + 1)) best = { from: start, to: i - 1 };
      start = -1;
    }
  }
  if (!best) return undefined;
  const rows = strips.slice(best.from, best.to + 1).filter(isRow);
  const sides = [sideOf(rows, (at) => at < x), sideOf(rows, (at) => at >= x)];
  return sides.some((side) => side.prose) ? undefined : best;
}

const textOf = (strips: Strip[]): Part[] => {
  const parts: Part[] = [];
  for (const strip of strips) {
    const last = parts.at(-1);
    if (isBox(strip)) parts.push(strip);
    else if (last && !isBox(last)) last.rows.push(strip);
    else parts.push({ kind: 'text', rows: [strip] });
  }
  return parts;
};

/** Where a line names the next table: what stands above it is another one. */
const captionIn = (strips: Strip[]): number =>
  strips.findIndex((strip) => isRow(strip) && strip.atoms.length === 1 && isCaptionLine(toLine(strip).text));

function cut(strips: Strip[], join: LineJoiner, depth: number): Part[] {
  const gutter = depth < MAX_DEPTH && strips.length > 1 ? gutterOf(strips) : undefined;
  if (!gutter) return textOf(strips);
  const region = strips.slice(gutter.from, gutter.to + 1);
  const around = (from: number, to: number, parts: Part[]) => [
    ...cut(strips.slice(0, from), join, depth + 1),
    ...parts,
    ...cut(strips.slice(to + 1), join, depth + 1),
  ];
  const kind = kindOf(region, gutter);
  const caption = kind === 'table' ? captionIn(region) : -1;
  if (caption >= 0)
    return around(gutter.from + caption, gutter.from + caption, textOf(region.slice(caption, caption + 1)));
  if (kind === 'table') {
    const rows = region.filter(isRow);
    const { from, to } = trimTable(rows, gutter.x);
    const boxes = toTables(rows.slice(from, to + 1), join);
    // A narrow table may stand in one of the page's columns: their gutter goes past it.
    if (boxes.length > 0 && widthOf(boxes) * 2 < widthOf(strips)) {
      const rest = [...strips.slice(0, gutter.from + from), ...boxes, ...strips.slice(gutter.from + to + 1)];
      return cut(rest, join, depth + 1);
    }
    if (boxes.length > 0) return around(gutter.from + from, gutter.from + to, boxes);
  }
  if (kind === 'columns') {
    const table = tableInside(strips, gutter);
    if (table) {
      const rows = strips.slice(table.from, table.to + 1).filter(isRow);
      const boxes = toTables(rows, join);
      if (boxes.length > 0) return around(table.from, table.to, boxes);
    }
    const { from, to } = trim(strips, gutter);
    const inside = strips.slice(from, to + 1);
    const boxes = inside.filter(isBox);
    const side = (left: boolean) =>
      toStrips(
        atomsOf(inside).filter((atom) => (atom.x0 + atom.x1) / 2 < gutter.x === left),
        boxes.filter((box) => (box.x0 + box.x1) / 2 < gutter.x === left),
      );
    const [left, right] = [side(true), side(false)];
    if (left.length > 0 && right.length > 0)
      return around(from, to, [...cut(left, join, depth + 1), ...cut(right, join, depth + 1)]);
  }
  // Neither columns nor a table: these rows stay as they are, what is around them is cut on.
  return around(gutter.from, gutter.to, textOf(region));
}

/** Whether something on a page stands side by side in a way that rules would help to understand. */
export function needsRules(atoms: Atom[]): boolean {
  const rows = rowsOf(atoms);
  const gutter = rows.length > 1 ? gutterOf(rows) : undefined;
  if (!gutter) return false;
  const region = rows.slice(gutter.from, gutter.to + 1);
  const left = sideOf(region, (x) => x < gutter.x);
  const right = sideOf(region, (x) => x >= gutter.x);
  const beside = region.filter((row) => row.x0 < gutter.x && row.x1 > gutter.x).length;
  const likely =
    !left.prose || !right.prose
      ? (beside >= 3 || region.length >= 8) && hasWords(left.lines) && hasWords(right.lines)
      : blocksAligned(left.lines, right.lines);
  if (likely) return true;
  const rest = [
    atomsOf(rows.slice(0, gutter.from)),
    atomsOf(left.lines),
    atomsOf(right.lines),
    atomsOf(rows.slice(gutter.to + 1)),
  ];
  return rest.some((part) => part.length > 3 && part.length < atoms.length && needsRules(part));
}

const outside = (atoms: Atom[], boxes: Box[]): Atom[] =>
  boxes.length === 0
    ? atoms
    : atoms.filter(
        (atom) =>
          !boxes.some((box) => {
            const [x, y] = [(atom.x0 + atom.x1) / 2, atom.y + atom.size * 0.35];
            return x > box.x0 && x < box.x1 && y < box.top && y > box.bottom;
          }),
      );

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.bottom < b.top && a.top > b.bottom;

/**
 * A page's parts in reading order: a recursive cut along white strips (XY-cut: Nagy and Seth, ICPR 1984), in which
 * the longest gutter goes first, so that titles and tables over the whole width part the columns above and below.
 */
export function layOut(atoms: Atom[], framed: Box[], join: LineJoiner): Part[] {
  const cards = stepCards(atoms, join);
  const frames = framed.filter((box) => !cards.some((card) => overlap(box, card)));
  const boxes = [...cards, ...frames];
  const unframed = outside(atoms, boxes);
  const tight = tightTables(unframed, join);
  const size = cards.length > 0 ? medianSize(rowsOf(atoms)) : 0;
  return cut(toStrips(outside(unframed, tight), [...boxes, ...tight]), join, 0).map((part) =>
    isBox(part) && part.texts ? { kind: 'text', rows: cardRows(part, size) } : part,
  );
}
