import type { Atom, PageText } from './atoms.ts';
import { type Row, toLine, toRows } from './rows.ts';

/** Share of the page's height at top and bottom in which headers and footers stand. */
const MARGIN = 0.12;
/** In letter heights: white between a header and the text. */
const APART = 1;
const PAGE_NUMBER =
  /^(?:[-–—·|]?\s*\d{1,4}\s*[-–—·|]?|第\s*[\d一二三四五六七八九十百]+\s*页.*|page\s+\d+.*|seite\s+\d+.*|\d+\s*(?:\/|of)\s*\d+|[ivxlc]{1,6})$/i;

const shape = (text: string) => text.replace(/\d+/g, '0').replace(/\s+/g, '');

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

/**
 * Takes away headers, footers and page numbers: from the edge of the page inwards, lines that other pages repeat and
 * that stand apart from the text (the head of a table which goes on over pages does not).
 */
export function dropRunningLines(pages: PageText[]): Atom[][] {
  const edges = pages.map((page) => {
    const rows = toRows(page.atoms);
    return {
      rows,
      sides: [edgeRows(rows, page, true), edgeRows(rows, page, false)].map((side) =>
        side.map((one) => ({ ...one, text: toLine(one.row).text })),
      ),
    };
  });
  const counts = new Map<string, number>();
  for (const { sides } of edges)
    for (const key of new Set(sides.flat().map(({ text }) => shape(text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length * 0.15));
  return edges.map(({ rows, sides }, i) => {
    const gone = new Set<Row>();
    for (const side of sides) {
      const repeated = side.findIndex(({ text }) => (counts.get(shape(text)) ?? 0) < often && !PAGE_NUMBER.test(text));
      const running = repeated < 0 ? side : side.slice(0, repeated);
      const last = running.findLastIndex(({ apart, text }) => apart || PAGE_NUMBER.test(text));
      for (const { row } of running.slice(0, last + 1)) gone.add(row);
    }
    // A page of one line that others repeat is a page of text, not of a header.
    const kept = rows.filter((row) => !gone.has(row)).flatMap((row) => row.atoms);
    return kept.length > 0 ? kept : (pages[i]?.atoms ?? []);
  });
}
