import { faqBlocks } from './faq-sheet.ts';
import type { Block } from './loaded-document.ts';

/** How many different texts a row has: a merged cell repeats its own. */
const filled = (row: string[]) => new Set(row.filter(Boolean)).size;
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
  const width = Math.max(...rows.map(filled));
  const at = rows.findIndex((row) => filled(row) >= Math.max(2, width * 0.5));
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
const texts = (lines: string[]) => lines.map((text): Block => ({ kind: 'text', text }));

const LONGEST_CAPTION = 60;
/** A line that stands alone above a table may say more: until when it holds, in which currency. */
const LONGEST_LONE_CAPTION = 120;

/** One cell over most of the columns: no row of values, but a name for the rows below it, or a note. */
function bandText(row: string[], width: number): string | undefined {
  const said = row.filter(Boolean);
  return width > 1 && filled(row) === 1 && said.length * 2 > width && said.length > 1 ? said[0] : undefined;
}

/** A table, cut where a cell over all its columns names the rows below; such cells with no row below are notes. */
function tableBlocks(table: string[][], caption: string | undefined): Block[] {
  const [head = [], ...body] = table;
  const out: Block[] = [];
  let rows: string[][] = [];
  let bands: string[] = [];
  const flush = () => {
    const name = [caption, ...bands].filter(Boolean).join(' › ');
    if (rows.length > 0) out.push({ kind: 'table', rows: [head, ...rows], ...(name && { caption: name }) });
    else out.push(...texts(bands));
    rows = [];
    bands = [];
  };
  for (const row of body) {
    const band = bandText(row, head.length);
    if (band === undefined) rows.push(row);
    else {
      if (rows.length > 0) flush();
      bands.push(band);
    }
  }
  if (rows.length > 0 || bands.length > 0) flush();
  return out.length > 0 ? out : [{ kind: 'table', rows: table, ...(caption && { caption }) }];
}

function partBlocks(part: string[][], before: string[] | undefined): { blocks: Block[]; head: string[] | undefined } {
  const rows = trimmed(part);
  const at = headAt(rows);
  const titles = rows.slice(0, at).map(distinct).filter(Boolean);
  const table = mergeHead(rows.slice(at));
  if (table.length === 0 || Math.max(...table.map(filled)) < 2)
    return { blocks: texts(part.map(distinct).filter(Boolean)), head: before };
  const faqs = faqBlocks(table);
  if (faqs) return { blocks: [...texts(titles), ...faqs], head: before };
  // An empty row inside a long table: what follows has the same columns and needs the same head.
  const goesOn = before && titles.length === 0 && table[0]?.some(isNumber) && before.length === part[0]?.length;
  if (goesOn) return { blocks: tableBlocks([before, ...part], undefined), head: before };
  const short = titles.length > 0 && titles.every((title) => title.length <= LONGEST_CAPTION);
  const caption = short ? titles.join(' ') : undefined;
  return { blocks: [...(short ? [] : texts(titles)), ...tableBlocks(table, caption)], head: part[at] };
}

/** A single line between empty rows names the table below it. */
function withLoneCaptions(parts: Block[][]): Block[] {
  return parts.flatMap((blocks, i) => {
    const next = parts[i + 1]?.[0];
    const [line, ...others] = blocks;
    const names = line?.kind === 'text' && others.length === 0 && line.text.length <= LONGEST_LONE_CAPTION;
    if (!names || next?.kind !== 'table' || next.caption !== undefined) return blocks;
    next.caption = line.text;
    return [];
  });
}

/** Rows of a sheet (CSV or Excel) as tables with their heads, FAQs with their questions, and texts. */
export function gridBlocks(grid: string[][]): Block[] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_, c) => (row[c] ?? '').trim()));
  let head: string[] | undefined;
  return withLoneCaptions(
    parts(rows).map((part) => {
      const made = partBlocks(part, head);
      head = made.head;
      return made.blocks;
    }),
  );
}
