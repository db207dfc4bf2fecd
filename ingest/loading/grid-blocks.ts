import { faqBlocks } from './faq-sheet.ts';
import type { Block } from './loaded-document.ts';

const filled = (row: string[]) => row.filter((cell) => cell !== '').length;
const isNumber = (cell: string) => /^[¥$€£+\-−(]?\s?\d[\d,.\s]*[%)]?$/.test(cell);

/** Empty rows and columns at the edges and between off; what is left has the same columns in each row. */
function trimmed(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => rows.some((row) => (row[c] ?? '') !== ''));
  return rows.map((row) => columns.map((c) => row[c] ?? ''));
}

/** Tables of a sheet are parted by empty rows, where what follows begins anew with a head or a title. */
function parts(rows: string[][]): string[][][] {
  const out: string[][][] = [];
  let part: string[][] = [];
  for (const row of rows) {
    if (filled(row) > 0) part.push(row);
    else if (part.length > 0) {
      out.push(part);
      part = [];
    }
  }
  if (part.length > 0) out.push(part);
  return out;
}

/**
 * The row that names the columns: the first that fills most of them without numbers. Titles and notes that stand
 * above it fill one cell, or repeat one text over a merged range.
 */
function headAt(rows: string[][]): number {
  const width = Math.max(...rows.map((row) => new Set(row.filter(Boolean)).size));
  const at = rows.findIndex((row) => new Set(row.filter(Boolean)).size >= Math.max(2, width * 0.5));
  return at < 0 ? 0 : at;
}

/** A head of two rows: merged cells of the first stand over several of the second, which holds names too. */
function mergeHead(rows: string[][]): string[][] {
  const [head, next, ...body] = rows;
  if (!head || !next || body.length === 0) return rows;
  const spans = head.some((text, c) => text !== '' && text === head[c + 1] && next[c] !== next[c + 1]);
  if (!spans || next.some(isNumber)) return rows;
  return [head.map((text, c) => (text === next[c] || !next[c] ? text : `${text} ${next[c]}`.trim())), ...body];
}

const distinct = (row: string[]) => [...new Set(row.filter(Boolean))].join(' ');

function partBlocks(part: string[][], before: string[] | undefined): { blocks: Block[]; head: string[] | undefined } {
  const rows = trimmed(part);
  const at = headAt(rows);
  const titles = rows.slice(0, at).map(distinct).filter(Boolean);
  const table = mergeHead(rows.slice(at));
  const texts = (lines: string[]) => lines.map((text): Block => ({ kind: 'text', text }));
  if (table.length === 0 || Math.max(...table.map(filled)) < 2)
    return { blocks: texts(part.map(distinct).filter(Boolean)), head: before };
  const faqs = faqBlocks(table);
  if (faqs) return { blocks: [...texts(titles), ...faqs], head: before };
  // An empty row inside a long table: what follows has the same columns and needs the same head.
  const goesOn = before && titles.length === 0 && table[0]?.some(isNumber) && before.length === part[0]?.length;
  if (goesOn) return { blocks: [{ kind: 'table', rows: [before, ...part] }], head: before };
  const short = titles.length > 0 && titles.every((title) => title.length <= 60);
  const caption = short ? titles.join(' ') : undefined;
  return {
    blocks: [...(short ? [] : texts(titles)), { kind: 'table', rows: table, ...(caption && { caption }) }],
    head: part[at],
  };
}

/** Rows of a sheet (CSV or Excel) as tables with their heads, FAQs with their questions, and texts. */
export function gridBlocks(grid: string[][]): Block[] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_, c) => (row[c] ?? '').trim()));
  let head: string[] | undefined;
  return parts(rows).flatMap((part) => {
    const made = partBlocks(part, head);
    head = made.head;
    return made.blocks;
  });
}
