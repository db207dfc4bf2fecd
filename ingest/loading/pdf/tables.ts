import type { Paragraph } from './paragraphs.ts';

export interface Table {
  rows: string[][];
  /** Left edges of the columns: a table that goes on over a page has the same. */
  columns: number[];
}

/** Paragraphs side by side, left to right. */
type Row = Paragraph[];

/** Two cells of a row share most of the shorter one's height. */
function sideBySide(row: Row, next: Paragraph): boolean {
  const last = row.at(-1);
  if (!last || next.x0 < last.x1 - 1) return false;
  return row.every((cell) => {
    const shared = Math.min(cell.top, next.top) - Math.max(cell.bottom, next.bottom);
    return shared > 0.5 * Math.min(cell.top - cell.bottom, next.top - next.bottom);
  });
}

function toRows(paragraphs: Paragraph[]): Row[] {
  const rows: Row[] = [];
  for (const paragraph of paragraphs) {
    const row = rows.at(-1);
    if (row && sideBySide(row, paragraph)) row.push(paragraph);
    else rows.push([paragraph]);
  }
  return rows;
}

const within = (edge: number, columns: number[]) =>
  columns.findIndex((column, i) => edge >= column - 6 && edge < (columns[i + 1] ?? Number.POSITIVE_INFINITY) - 6);

/** A row fits a table when each of its cells starts in a column of its own, near that column's edge. */
function fits(row: Row, columns: number[]): boolean {
  const places = row.map((cell) => within(cell.x0, columns));
  return !places.includes(-1) && new Set(places).size === places.length && (row[0]?.x0 ?? 0) < (columns[0] ?? 0) + 12;
}

function edges(rows: Row[]): number[] {
  const widest = rows.reduce((best, row) => (row.length > best.length ? row : best), rows[0] ?? []);
  return widest.map((cell) => cell.x0);
}

/** Puts paragraphs that stand in rows and columns together as tables; the others stay, in their order. */
export function findTables(paragraphs: Paragraph[]): Array<Paragraph | Table> {
  const rows = toRows(paragraphs);
  const out: Array<Paragraph | Table> = [];
  for (let i = 0; i < rows.length; ) {
    const first = rows[i] ?? [];
    if (first.length < 2) {
      out.push(...first);
      i += 1;
      continue;
    }
    const members: Row[] = [first];
    let j = i + 1;
    for (; j < rows.length; j++) {
      const row = rows[j] ?? [];
      const columns = edges([...members, row]);
      if (row.length < 2 || ![...members, row].every((member) => fits(member, columns))) break;
      members.push(row);
    }
    if (members.length < 2) {
      // A single pair side by side: a label and its value, or two columns of text.
      out.push(...first);
    } else {
      const columns = edges(members);
      const cells = members.map((row) => {
        const texts = columns.map(() => '');
        for (const cell of row) texts[within(cell.x0, columns)] = cell.text;
        return texts;
      });
      out.push({ rows: cells, columns });
    }
    i = j > i + 1 && members.length >= 2 ? j : i + 1;
  }
  return out;
}
