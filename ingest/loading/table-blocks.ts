import { faqBlocks } from './faq-sheet.ts';
import { leadOf } from './list-lead.ts';
import type { Block } from './loaded-document.ts';
import { joinHeads } from './two-row-head.ts';

/** How many different texts a row has: a merged cell repeats its own. */
export const filled = (row: string[]) => new Set(row.filter(Boolean)).size;
export const isNumber = (cell: string) => /^[¥$€£+\-−(]?\s?\d[\d,.\s]*[%)]?$/.test(cell);

/**
 * The row that names the columns: the first that fills most of them without numbers. Titles and notes that stand
 * above it fill one cell, or repeat one text over a merged range.
 */
export function headAt(rows: string[][]): number {
  const width = Math.max(...rows.map(filled));
  const at = rows.findIndex((row) => filled(row) >= Math.max(2, width * 0.5));
  // Merged cells right above it, each over several of its columns, are the upper half of a head of two rows.
  const above = rows[at - 1];
  const spans = above?.some((text, c) => text !== '' && text === above[c + 1]) && filled(above) >= 2;
  return at < 0 ? 0 : spans ? at - 1 : at;
}

/** A head of two rows: merged cells of the first stand over several of the second, which holds names too. */
function mergeHead(rows: string[][]): string[][] {
  const [head, next, ...body] = rows;
  if (!head || !next || body.length === 0) return rows;
  const spans = head.some((text, c) => text !== '' && text === head[c + 1] && next[c] !== next[c + 1]);
  if (!spans || next.some(isNumber)) return rows;
  return [joinHeads(head, next), ...body];
}

/** What a row says, each text once; two are a name and its value. */
function distinct(row: string[]): string {
  const said = [...new Set(row.filter(Boolean))];
  const [name = '', value = ''] = said;
  return (said.length === 2 && withValue(name, value)) || said.join(' ');
}

/** "Capacity: 1.7 l"; undefined where the name is a sentence, or long. */
function withValue(name: string, value: string): string | undefined {
  const lead = leadOf(name);
  return lead && lead + value;
}

/** Rows of a name and its value each, where the first says of what the second is: no row is a head. */
export const namedValues = (rows: string[][]): Block[] =>
  texts(rows.map(([name = '', value = '']) => withValue(name, value) ?? `${name} ${value}`.trim()));

const texts = (lines: string[]) => lines.map((text): Block => ({ kind: 'text', text }));

const LONGEST_CAPTION = 60;

/** One cell over most of the columns: no row of values, but a name for the rows below it, or a note. */
function bandText(row: string[], width: number): string | undefined {
  const said = row.filter(Boolean);
  return width > 1 && filled(row) === 1 && said.length * 2 > width && said.length > 1 ? said[0] : undefined;
}

/** A table, cut where a cell over all its columns names the rows below; such cells with no row below are notes. */
function bandBlocks(table: string[][], caption: string | undefined): Block[] {
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

/**
 * Rows of a table, in which a cell over several columns or rows repeats its text, as blocks: titles over all columns
 * name the table, a head of two rows becomes one, names over all columns part it. Columns of questions and answers
 * become FAQs. Texts alone where it has no two columns. `at`: the row that names the columns.
 */
export function tableBlocks(rows: string[][], caption?: string, at = headAt(rows)): Block[] {
  const table = mergeHead(rows.slice(at));
  if (Math.max(0, ...table.map(filled)) < 2 || (table.length === 1 && at === 0))
    return texts([caption ?? '', ...rows.map(distinct)].filter(Boolean));
  const titles = rows.slice(0, at).map(distinct).filter(Boolean);
  const faqs = faqBlocks(table);
  if (faqs) return [...texts([caption ?? '', ...titles].filter(Boolean)), ...faqs];
  const short = titles.every((title) => title.length <= LONGEST_CAPTION);
  const name = [caption, ...(short ? titles : [])].filter(Boolean).join(' ');
  return [...(short ? [] : texts(titles)), ...bandBlocks(table, name || undefined)];
}
