import { instructTogether } from './points.ts';
import type { Segment } from './segments.ts';

/** Cells that are read as one at most. */
const MOST = 3;
/** More than the name of a column: "Note" says nothing of the cells below it. */
const PHRASE = /\p{L}\s+\p{L}|\p{Script=Han}{4}/u;
const RULE = /^[\s:=-]+$/;

/** Runs of `size` neighbours of a list. */
const runs = <Item>(list: readonly Item[], size: number): Item[][] =>
  list.slice(0, Math.max(0, list.length - size + 1)).map((_, at) => list.slice(at, at + size));

/** A cell's sentences, as numbers of their segments. */
type Cell = number[];

/** The rows of each table of a text, each its cells by column. */
function tablesOf(segments: readonly Segment[], text: string): Array<Array<Map<number, Cell>>> {
  const tables: Array<Array<Map<number, Cell>>> = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, { from, to, cell }] of segments.entries()) {
    if (!cell) continue;
    if (cell.line > last + 1) tables.push([]);
    const table = tables.at(-1);
    if (cell.line > last) table?.push(new Map());
    last = cell.line;
    if (RULE.test(text.slice(from, to))) continue;
    const row = table?.at(-1);
    row?.set(cell.column, [...(row.get(cell.column) ?? []), at]);
  }
  return tables.map((rows) => rows.filter((row) => row.size > 0));
}

/** What of a table a reader may read in one go: along a row, down a column, a column's head with each cell below it. */
function readings(rows: ReadonlyArray<ReadonlyMap<number, Cell>>, mayBegin: (cell: Cell) => boolean): Cell[][] {
  const [head, ...body] = rows;
  const columns = new Set(body.flatMap((row) => [...row.keys()]));
  const down = [...columns].map((column) => body.flatMap((row) => (row.has(column) ? [row.get(column) ?? []] : [])));
  const along = rows.map((row) => [...row.values()]);
  const named = body.flatMap((row) =>
    [...row].flatMap(([column, cell]) => {
      const name = head?.get(column);
      return name && mayBegin(name) ? [[name, cell]] : [];
    }),
  );
  const sizes = Array.from({ length: MOST - 1 }, (_, i) => i + 2);
  return [...sizes.flatMap((size) => [...along, ...down].flatMap((list) => runs(list, size))), ...named];
}

/** The sentences at the borders of cells that follow each other; those between are one sentence each, or no reading. */
function sentencesOf(cells: readonly Cell[]): number[] {
  const within = cells.slice(1, -1);
  if (within.some((cell) => cell.length !== 1)) return [];
  return [cells[0]?.at(-1), ...within.flat(), cells.at(-1)?.[0]].filter((at) => at !== undefined);
}

/** Numbers of the segments that are cells of a table and instruct the machine only together with cells beside them. */
export function cellsThatInstructTogether(segments: readonly Segment[], text: string): Set<number> {
  const found = new Set<number>();
  const mayBegin = (cell: Cell) => cell.some((at) => PHRASE.test(text.slice(segments[at]?.from, segments[at]?.to)));
  for (const rows of tablesOf(segments, text))
    for (const reading of readings(rows, mayBegin)) {
      const sentences = sentencesOf(reading);
      if (sentences.length < 2 || sentences.some((at) => found.has(at))) continue;
      const instructs = instructTogether(sentences.map((at) => text.slice(segments[at]?.from, segments[at]?.to)));
      for (const [i, at] of sentences.entries()) if (instructs[i]) found.add(at);
    }
  return found;
}
