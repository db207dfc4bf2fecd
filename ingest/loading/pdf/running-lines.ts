import type { Atom, PageText } from './atoms.ts';
import { type Row, toLine, toRows } from './rows.ts';

/** Share of the page's height at top and bottom in which headers and footers stand. */
const MARGIN = 0.12;
/** In letter heights: white between a header and the text. */
const APART = 1;
const PAGE_NUMBER =
  /^(?:[-–—·|]?\s*\d{1,4}\s*[-–—·|]?|第\s*[\d一二三四五六七八九十百]+\s*页.*|page\s+\d+.*|seite\s+\d+.*|\d+\s*(?:\/|of)\s*\d+|[ivxlc]{1,6})$/i;

/** What browsers print at a page's edges: when, and from where. */
const PRINTED =
  /^(?:\d{1,4}([/.-])\d{1,2}\1\d{1,4},?\s+(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s.*)?|(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s?\/\s?\d{1,4})?)$/i;
/** Of running lines: a title that one repeats is set larger where it stands. */
const LARGER = 1.12;
/** In letter heights: white between the left, the middle and the right of a header. */
const FAR = 2;
/** The page's number at either end, and a chapter's before its title. */
const NUMBERING =
  /^(?:\d{1,4}\s+(?=\D))?(?:(?:chapter|section|part)?\s*[\d.]+\s+|第[一二三四五六七八九十\d]+[章节]\s*)?|\s+\d{1,4}$/gi;

const isEdgeLine = (text: string) => PAGE_NUMBER.test(text) || PRINTED.test(text);

/** Made when it is first asked for: most documents' edges are told without. */
function whenAsked<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

function countBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What a row says, with any number for its numbers. */
const shape = (row: Row) =>
  row.atoms
    .map(({ text }) => text)
    .join('')
    .replace(/\d+/g, '0')
    .replace(/\s+/g, '');

/** Rows at one edge, from the edge inwards, with the white between each and the next. */
function edgeRows(rows: Row[], page: PageText, upper: boolean): Array<{ row: Row; apart: boolean }> {
  const ordered = upper ? rows : [...rows].reverse();
  const out: Array<{ row: Row; apart: boolean }> = [];
  for (const [i, row] of ordered.entries()) {
    const depth = upper ? page.bottom + page.height - row.y - row.size : row.y - page.bottom;
    // Wide margins put a page number farther in, but still first.
    const first = i === 0 && PAGE_NUMBER.test(toLine(row).text) && depth < page.height * MARGIN * 2;
    if (depth > page.height * MARGIN && !first) break;
    const next = ordered[i + 1];
    const gap = !next ? Number.POSITIVE_INFINITY : upper ? row.y - next.y - next.size : next.y - row.y - row.size;
    out.push({ row, apart: gap > Math.max(row.size, next?.size ?? 0) * APART });
  }
  return out;
}

interface EdgeRow {
  row: Row;
  apart: boolean;
  text: string;
}

/** Points: running lines of different pages stand at the same height. */
const SAME_HEIGHT = 4;

/** How many pages have that line at that height; rows that a page has several of are rows of a table. */
function countPages(edges: EdgeRow[][], rows: Row[][]): (one: EdgeRow) => number {
  const seen = new Map<string, Array<{ page: number; y: number }>>();
  edges.forEach((page, i) => {
    for (const { row } of page) {
      const key = shape(row);
      const places = seen.get(key) ?? [];
      places.push({ page: i, y: row.y });
      seen.set(key, places);
    }
  });
  const often = rows.map((page) => whenAsked(() => countBy(page, shape)));
  return ({ row }) => {
    const key = shape(row);
    const places = (seen.get(key) ?? []).filter(({ y }) => Math.abs(y - row.y) < SAME_HEIGHT);
    if (places.some(({ page }) => (often[page]?.().get(key) ?? 0) > 2)) return 1;
    return new Set(places.map(({ page }) => page)).size;
  };
}

const titleKey = (text: string) => text.toLowerCase().replace(NUMBERING, '').replace(/\s+/g, '');

/** What stands at the left, in the middle and at the right of a header. */
function partsOf(row: Row): string[] {
  const { atoms, size } = row;
  const parts: Atom[][] = [];
  for (const atom of atoms) {
    const last = parts.at(-1);
    if (last && atom.x0 - (last.at(-1)?.x1 ?? 0) <= size * FAR) last.push(atom);
    else parts.push([atom]);
  }
  return parts.map((part) => toLine({ ...row, atoms: part }).text);
}

/** Whether a line says nothing but the page's number and titles that stand somewhere in larger letters. */
function createTitleTest(rows: Row[][]): (row: Row, page: number) => boolean {
  const largest = whenAsked(() => {
    const sizes = new Map<string, number>();
    for (const row of rows.flat()) {
      const key = titleKey(toLine(row).text);
      sizes.set(key, Math.max(sizes.get(key) ?? 0, row.size));
    }
    return sizes;
  });
  return (row, page) => {
    const parts = partsOf(row);
    const isNumber = (text: string) => text === String(page) || PAGE_NUMBER.test(text);
    const titles = parts.filter((text) => !isNumber(text) && /\p{L}/u.test(text));
    const repeats = titles.every((text) => (largest().get(titleKey(text)) ?? 0) > row.size * LARGER);
    return titles.length > 0 && (repeats || (parts.length >= 2 && parts.some((text) => text === String(page))));
  };
}

/**
 * Takes away headers, footers and page numbers: from the edge of the page inwards, lines that other pages repeat, or
 * that repeat a title, and that stand apart from the text (the head of a table which goes on over pages does not).
 */
export function dropRunningLines(pages: PageText[]): Atom[][] {
  const rows = pages.map((page) => toRows(page.atoms));
  const sides = pages.map((page, i) =>
    [true, false].map((upper) =>
      edgeRows(rows[i] ?? [], page, upper).map((one): EdgeRow => ({ ...one, text: toLine(one.row).text })),
    ),
  );
  const pagesWith = countPages(
    sides.map((page) => page.flat()),
    rows,
  );
  const often = Math.max(2, Math.ceil(pages.length * 0.15));
  const repeatsTitle = createTitleTest(rows);
  return pages.map((page, i) => {
    const gone = new Set<Row>();
    for (const side of sides[i] ?? []) {
      const end = side.findIndex(
        (one) =>
          pagesWith(one) < often && !isEdgeLine(one.text) && !(one.apart && i > 0 && repeatsTitle(one.row, i + 1)),
      );
      const running = end < 0 ? side : side.slice(0, end);
      const last = running.findLastIndex(({ apart, text }) => apart || isEdgeLine(text));
      for (const { row } of running.slice(0, last + 1)) gone.add(row);
    }
    // A page of one line that others repeat is a page of text, not of a header.
    const kept = (rows[i] ?? []).filter((row) => !gone.has(row)).flatMap((row) => row.atoms);
    return kept.length > 0 ? kept : page.atoms;
  });
}
