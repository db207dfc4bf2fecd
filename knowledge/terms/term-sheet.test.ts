import { describe, expect, it } from 'vitest';
import { readTermSheet, writeTermSheet } from './term-sheet.ts';

const TERMS = [
  { zh: ['小白盒', '新手盒'], en: ['starter kit', 'starter box'], note: '2026 款, "新"' },
  { zh: ['=危险'], en: ['+danger'], note: null },
];
const read = (text: string, format: 'csv' | 'plain') => readTermSheet(text, format).map(({ term }) => term);

describe('a sheet of words', () => {
  it('comes back as it was written, and no spreadsheet runs it', () => {
    const csv = writeTermSheet(TERMS, 'csv');
    expect(csv.startsWith('\uFEFFzh,en,note\r\n')).toBe(true);
    expect(csv).toContain("'=危险,'+danger");
    expect(read(csv, 'csv')).toEqual(TERMS);
    expect(read(writeTermSheet(TERMS.slice(0, 1), 'plain'), 'plain')).toEqual(TERMS.slice(0, 1));
  });

  it('is read with other separators, column names and orders, by row', () => {
    const sheet = '备注\t英文\t中文\n\nx\tstarter kit; starter box\t小白盒、新手盒\n';
    expect(readTermSheet(sheet, 'csv')).toEqual([
      { row: 1, term: { zh: ['小白盒', '新手盒'], en: ['starter kit', 'starter box'], note: 'x' } },
    ]);
  });

  it('says what it misses', () => {
    expect(() => readTermSheet('word,other\na,b\n', 'csv')).toThrow(/needs “zh” or “en”/);
    expect(() => readTermSheet('小白盒 starter kit', 'plain')).toThrow(/Chinese words = English words/);
  });
});
