import type { Atom } from './atoms.ts';
import { type Band, drawnEdges, type Frame, framesOf, NEAR } from './bands.ts';
import type { Box } from './box.ts';
import { columnEdges } from './gutters.ts';
import type { LineJoiner } from './join-lines.ts';
import type { Rules } from './rules.ts';
import { columnExtents, flattenHead, groupLines, rowTexts, spread, type TableLine, toTableLine } from './table-rows.ts';

type Horizontal = Rules['horizontal'][number];

/** Rules of the same extent, from top to bottom: what a table is drawn with. */
function sameExtent(rules: Horizontal[]): Horizontal[][] {
  const sets: Horizontal[][] = [];
  for (const rule of rules) {
    const set = sets.find(([first]) => {
      const [, x0 = 0, x1 = 0] = first ?? [];
      return Math.abs(x0 - rule[1]) < NEAR && Math.abs(x1 - rule[2]) < NEAR;
    });
    if (set) set.push(rule);
    else sets.push([rule]);
  }
  return sets.filter((set) => set.length >= 2);
}

/** Whether rules may be a table's at all: at least two are of one extent. */
export const mayFrame = ({ horizontal }: Rules): boolean => horizontal.length >= 2;

/** Whether a closed grid is drawn: four rules of one extent, sides along their ends, and a separator between. */
export const isGrid = ({ horizontal, vertical }: Rules): boolean =>
  vertical.length >= 3 &&
  sameExtent(horizontal).some((set) => {
    const [top, x0, x1] = set[0] ?? [0, 0, 0];
    const bottom = set.at(-1)?.[0] ?? 0;
    const whole = vertical.filter(([, low, high]) => low < bottom + NEAR && high > top - NEAR);
    return (
      set.length >= 4 &&
      [x0, x1].every((x) => whole.some((side) => Math.abs(side[0] - x) < NEAR)) &&
      whole.some(([x]) => x > x0 + NEAR && x < x1 - NEAR)
    );
  });

/** PDF.js joins texts that stand close: an atom that crosses a drawn separator is cut at a space beside it. */
function cutAt(atom: Atom, edges: number[]): Atom[] {
  const edge = edges.find((x) => x > atom.x0 + 3 && x < atom.x1 - 3);
  if (edge === undefined || atom.rtl) return [atom];
  const per = (atom.x1 - atom.x0) / Math.max(1, atom.text.length);
  const target = (edge - atom.x0) / per;
  const spaces = Array.from(atom.text.matchAll(/\s+/g), ({ index }) => index);
  const at = spaces.sort((a, b) => Math.abs(a - target) - Math.abs(b - target))[0];
  if (at === undefined || Math.abs(at - target) > 3) return [atom];
  const x = atom.x0 + at * per;
  const rest: Atom = { ...atom, text: atom.text.slice(at).trim(), x0: Math.max(edge, x + per) };
  return [{ ...atom, text: atom.text.slice(0, at), x1: Math.min(edge, x) }, ...cutAt(rest, edges)];
}

/** Partial rules cut bands for some columns only: a cell beside them goes over both parts. */
function cutBands(frame: Frame, horizontal: Horizontal[]): Array<Band & { open: Array<[number, number]> | null }> {
  return frame.bands.flatMap((band) => {
    const partial = horizontal.filter(
      ([y, x0, x1]) =>
        y < band.top - NEAR &&
        y > band.bottom + NEAR &&
        x0 > frame.x0 - NEAR &&
        x1 < frame.x1 + NEAR &&
        x1 - x0 < frame.x1 - frame.x0 - NEAR * 2 &&
        x1 - x0 > (frame.x1 - frame.x0) * 0.15,
    );
    const levels = [...new Set(partial.map(([y]) => Math.round(y)))].sort((a, b) => b - a);
    const tops = [band.top, ...levels];
    return tops.map((top, i) => {
      const bottom = tops[i + 1] ?? band.bottom;
      const rows = band.rows.filter(({ y, size }) => y + size * 0.35 <= top && y + size * 0.35 > bottom);
      const level = levels[i];
      const open =
        level === undefined
          ? null
          : partial.filter(([y]) => Math.abs(y - level) <= 1).map(([, x0, x1]): [number, number] => [x0, x1]);
      return { top, bottom, rows, open };
    });
  });
}

/** A table's rows but those above a rule that underlines some columns of the first band: they span these. */
function rowsBelowSpans({ bands, x0, x1 }: Frame, horizontal: Horizontal[]): Band['rows'] {
  const [head, ...body] = bands;
  const rule = horizontal.find(
    ([y, from, to]) =>
      head !== undefined &&
      y < head.top - NEAR &&
      y > head.bottom + NEAR &&
      from > x0 - NEAR &&
      to < x1 + NEAR &&
      to - from < (x1 - x0) * 0.9,
  );
  const rows = bands.flatMap((band) => band.rows);
  return rule && body.length > 0 ? rows.filter(({ y }) => y < rule[0]) : rows;
}

function toBox(frame: Frame, rules: Rules, join: LineJoiner): Box | undefined {
  const whole = { top: frame.bands[0]?.top ?? 0, bottom: frame.bands.at(-1)?.bottom ?? 0 };
  const drawn: number[] = [];
  for (const band of frame.bands)
    for (const x of drawnEdges(rules.vertical, band, frame.x0, frame.x1))
      if (!drawn.some((edge) => Math.abs(edge - x) < NEAR)) drawn.push(x);
  const edges =
    drawn.length > 0 ? drawn.sort((a, b) => a - b) : columnEdges(rowsBelowSpans(frame, rules.horizontal), 0.6);
  if (edges.length === 0) return undefined;
  const bands = cutBands(frame, rules.horizontal);
  const lattice = drawn.length > 0 || bands.length >= 4;
  const out: string[][] = [];
  const spans: boolean[] = [];
  const printed: TableLine[] = [];
  /** For each row of `out` that a partial rule ends: the columns whose cell goes on below it. */
  const goesOn = new Map<number, number[]>();
  for (const band of bands) {
    const inBand = drawnEdges(rules.vertical, band, frame.x0, frame.x1);
    const alone = band.rows.length === 1 && columnEdges(band.rows).length === 0;
    const here = inBand.length > 0 || (drawn.length > 0 && alone) ? inBand : edges;
    const rows = band.rows.map((row) => ({ ...row, atoms: row.atoms.flatMap((atom) => cutAt(atom, here)) }));
    const lines = rows.map((row) => widen(toTableLine(row, here), here, edges));
    printed.push(...lines);
    for (const group of lattice && (drawn.length === 0 || inBand.length > 0) ? [lines] : groupLines(lines)) {
      const texts = group.length === 0 ? edges.map(() => '').concat('') : rowTexts(group, join);
      spans.push(group.some((line) => line.cells.some((cell, c) => cell && cell.to > c)));
      out.push(spread(texts, group));
    }
    const open = band.open;
    if (open) {
      const bounds = [frame.x0, ...edges, frame.x1];
      goesOn.set(
        out.length - 1,
        edges.concat(0).flatMap((_, c) => {
          const middle = ((bounds[c] ?? 0) + (bounds[c + 1] ?? 0)) / 2;
          return open.some(([x0, x1]) => middle > x0 && middle < x1) ? [] : [c];
        }),
      );
    }
  }
  for (let c = 0; c <= edges.length; c++)
    for (const cell of mergedDown(out, goesOn, c)) {
      const text = cell.reduce((above, row) => (row[c] ? join.cell(above, row[c] ?? '') : above), '');
      for (const row of cell) row[c] = text;
    }
  let caption: string | undefined;
  const first = out[0];
  // In a drawn grid a title is merged over columns; a lone cell further right is the rest of one from the page before.
  const titled = drawn.length === 0 || spans[0] || first?.[0] !== '';
  if (out.length > 2 && titled && first?.filter(Boolean).length === 1 && frame.bands[0]?.rows.length === 1) {
    caption = first.find(Boolean);
    out.shift();
    spans.shift();
  }
  const rows = flattenHead(out, spans).filter((row) => row.some(Boolean));
  const cells = rows.flat().filter(Boolean);
  const signs = cells.filter((cell) => /^[^\p{Script=Han}\d]$/u.test(cell)).length;
  if (rows.length < 2 || signs * 2 > cells.length) return undefined;
  return { x0: frame.x0, x1: frame.x1, ...whole, rows, columns: columnExtents(printed), ...(caption && { caption }) };
}

/** Rows that one cell of the column stands beside, for each such cell. */
function mergedDown(rows: string[][], goesOn: Map<number, number[]>, column: number): string[][][] {
  const cells: string[][][] = [];
  rows.forEach((row, r) => {
    if (r > 0 && goesOn.get(r - 1)?.includes(column)) cells.at(-1)?.push(row);
    else cells.push([row]);
  });
  return cells.filter((cell) => cell.length > 1);
}

/** A line read with a band's own separators, over the columns of the whole table. */
function widen(line: ReturnType<typeof toTableLine>, here: number[], edges: number[]): typeof line {
  if (here.length === edges.length) return line;
  const cells: typeof line.cells = Array.from({ length: edges.length + 1 }, () => undefined);
  const columnOf = (x: number) => edges.filter((edge) => edge < x - 1).length;
  line.cells.forEach((cell, c) => {
    if (!cell) return;
    const from = c === 0 ? 0 : columnOf((here[c - 1] ?? 0) + NEAR);
    const to = c < here.length ? columnOf((here[c] ?? 0) - NEAR) : edges.length;
    cells[from] = { ...cell, to: Math.max(from, to) };
  });
  return { ...line, cells };
}

/** Where a page cuts a table its lower edge is not drawn: it is where both sides end. */
function closed(set: Horizontal[], { vertical }: Rules): Horizontal[] {
  const [y = 0, x0 = 0, x1 = 0] = set.at(-1) ?? [];
  const ends = [x0, x1].map((x) =>
    vertical.find(([at, low, high]) => Math.abs(at - x) < NEAR && low < y - NEAR && high > y - NEAR),
  );
  const [left, right] = ends;
  if (!left || !right || Math.abs(left[1] - right[1]) > NEAR) return set;
  return [...set, [Math.min(left[1], right[1]), x0, x1]];
}

/** Tables that are drawn with rules: rows between them, columns by rules or by white strips. */
export function framedTables(atoms: Atom[], rules: Rules, join: LineJoiner): Box[] {
  const boxes: Box[] = [];
  for (const set of sameExtent(rules.horizontal).map((one) => closed(one, rules)))
    for (const frame of framesOf(set, atoms, rules.vertical)) {
      const box = toBox(frame, rules, join);
      const within =
        box &&
        boxes.find(
          (other) =>
            box.top <= other.top + 1 && box.bottom >= other.bottom - 1 && box.x0 < other.x1 && box.x1 > other.x0,
        );
      if (box && !within) boxes.push(box);
    }
  return boxes;
}
