import { elementsOf, type HtmlNode, nameOf, textOf } from './html-dom.ts';
import { joinHeads } from './two-row-head.ts';

const MAX_SPAN = 100;
const MAX_ROWS = 20_000;

interface Cell {
  node: HtmlNode;
  rows: number;
  columns: number;
}

const span = (value: string | undefined) => Math.min(MAX_SPAN, Math.max(1, Number(value) || 1));

/** The rows of this table, not of tables inside it. */
function rowsOf(table: HtmlNode): HtmlNode[] {
  return elementsOf(table).flatMap((child) => {
    if (nameOf(child) === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(nameOf(child)) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: HtmlNode): Cell[] =>
  elementsOf(row)
    .filter((child) => ['td', 'th'].includes(nameOf(child)))
    .map((node) => ({ node, rows: span(node.attribs?.rowspan), columns: span(node.attribs?.colspan) }));

/** A table as rows of texts: a cell over several rows or columns speaks for each of them. Empty rows are left out. */
export function tableRows(table: HtmlNode, { keepEmpty = false } = {}): string[][] {
  const grid: string[][] = [];
  rowsOf(table)
    .slice(0, MAX_ROWS)
    .forEach((row, r) => {
      grid[r] ??= [];
      let c = 0;
      for (const { node, rows, columns } of cellsOf(row)) {
        while (grid[r]?.[c] !== undefined) c += 1;
        const text = textOf(node).replace(/\s+/g, ' ').trim();
        for (let y = r; y < r + rows; y++) {
          grid[y] ??= [];
          const line = grid[y];
          for (let x = c; line && x < c + columns; x++) line[x] = text;
        }
        c += columns;
      }
    });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
  if (keepEmpty) return rows;
  return withOneHead(
    rows.filter((row) => row.some(Boolean)),
    rowsOf(table),
  );
}

/** Two rows of column names become one. */
function withOneHead(rows: string[][], sources: HtmlNode[]): string[][] {
  const isHead = (row: HtmlNode | undefined) =>
    row !== undefined && cellsOf(row).length > 0 && cellsOf(row).every(({ node }) => nameOf(node) === 'th');
  const [head, next, ...body] = rows;
  if (!head || !next || body.length === 0 || !isHead(sources[0]) || !isHead(sources[1])) return rows;
  return [joinHeads(head, next), ...body];
}

/** Whether the rows are names with their values, as boxes of facts have them: a head in each row, none above. */
export const hasHeadsAside = (table: HtmlNode): boolean => {
  const rows = rowsOf(table).map(cellsOf);
  return (
    rows.filter((cells) => cells.length === 2).length >= 2 &&
    rows.every(([head, value, ...others]) =>
      // A cell over the whole width is a title.
      value ? others.length === 0 && nameOf(head?.node ?? value.node) === 'th' && nameOf(value.node) === 'td' : true,
    )
  );
};

/** The table's own caption. */
export const captionOf = (table: HtmlNode): string | undefined => {
  const caption = elementsOf(table).find((child) => nameOf(child) === 'caption');
  return caption ? textOf(caption).replace(/\s+/g, ' ').trim() || undefined : undefined;
};
