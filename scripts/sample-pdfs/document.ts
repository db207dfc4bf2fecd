/** The content model shared by every sample document: what it says, never how it looks. */
export type Locale = 'zh' | 'en';

export type Block =
  | { kind: 'section'; text: string }
  | { kind: 'subsection'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  | { kind: 'note'; label: string; text: string }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] };

/** `share` is the column's part of the text width, relative to the other columns. */
export interface Column {
  title: string;
  share: number;
}

export interface SampleDocument {
  /** File name in data/shop/knowledge, without the ending. */
  name: string;
  locale: Locale;
  title: string;
  subtitle: string;
  /** Short lines under the title: number, version, date of effect. */
  facts: readonly string[];
  /** ISO date written into the file; fixed, so that the same content gives the same bytes. */
  date: string;
  blocks: readonly Block[];
}

export const section = (text: string): Block => ({ kind: 'section', text });
export const subsection = (text: string): Block => ({ kind: 'subsection', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const bullets = (...items: string[]): Block => ({ kind: 'list', ordered: false, items });
export const steps = (...items: string[]): Block => ({ kind: 'list', ordered: true, items });
export const note = (label: string, text: string): Block => ({ kind: 'note', label, text });

/** A table from `[title, share]` columns; a row with another number of cells is refused. */
export function table(columns: readonly (readonly [string, number])[], ...rows: string[][]): Block {
  for (const row of rows) {
    if (row.length !== columns.length)
      throw new Error(`table row "${row[0]}" has ${row.length} cells, not ${columns.length}`);
  }
  return { kind: 'table', columns: columns.map(([title, share]) => ({ title, share })), rows };
}
