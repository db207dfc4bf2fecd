import { badRequest } from '../../config/errors.ts';
import { writeCsv } from '../sheets/csv.ts';
import { readTable } from '../sheets/table.ts';
import type { TermInput } from './ports.ts';

const MOST_ROWS = 10_000;
const COLUMNS = {
  zh: ['zh', 'chinese', '中文', '中文词'],
  en: ['en', 'english', '英文', '英文词'],
  note: ['note', 'notes', 'comment', '备注', '说明'],
};

/** Words in one cell stand apart by ; / | or their full-width sisters; in Chinese also by commas. */
const wordsOf = (cell: string, between: RegExp) =>
  cell
    .split(between)
    .map((word) => word.trim())
    .filter(Boolean);
const CELL = /[;；|｜\n]/;
const CHINESE_CELL = /[;；|｜\n、，,]/;

/** `甲, 乙 = one, two # note`, a line an entry; lines without = and comments alone are left out. */
function readPlain(text: string): Array<{ row: number; term: TermInput }> {
  return text.split('\n').flatMap((line, i) => {
    const [words = '', ...notes] = line.split('#');
    if (!words.includes('=')) return [];
    const [zh = '', en = ''] = words.split('=');
    const between = /[,，、;；]/;
    return [
      {
        row: i + 1,
        term: { zh: wordsOf(zh, between), en: wordsOf(en, between), note: notes.join('#').trim() || null },
      },
    ];
  });
}

/** Entries of a sheet, unchecked. Throws invalid_sheet when no column can be told. */
export function readTermSheet(text: string, format: 'csv' | 'plain'): Array<{ row: number; term: TermInput }> {
  if (format === 'csv')
    return readTable(text, { names: COLUMNS, needed: [['zh', 'en']], most: MOST_ROWS }).map(({ row, cells }) => ({
      row,
      term: { zh: wordsOf(cells.zh, CHINESE_CELL), en: wordsOf(cells.en, CELL), note: cells.note || null },
    }));
  const rows = readPlain(text);
  if (rows.length === 0)
    throw badRequest('invalid_sheet', 'No line has the form “Chinese words = English words”, words apart by commas.');
  if (rows.length > MOST_ROWS) throw badRequest('invalid_sheet', `A list may have ${MOST_ROWS} lines.`);
  return rows;
}

export function writeTermSheet(terms: TermInput[], format: 'csv' | 'plain'): string {
  if (format === 'csv')
    return writeCsv([
      ['zh', 'en', 'note'],
      ...terms.map(({ zh, en, note }) => [zh.join('；'), en.join('; '), note ?? '']),
    ]);
  const oneLine = (note: string | null | undefined) => (note ? `  # ${note.replace(/\s+/g, ' ')}` : '');
  return terms.map(({ zh, en, note }) => `${zh.join(', ')} = ${en.join(', ')}${oneLine(note)}\n`).join('');
}
