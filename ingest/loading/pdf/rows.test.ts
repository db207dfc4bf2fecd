import { expect, it } from 'vitest';
import { toLine, toRows } from './rows.ts';

const lineOf = (...parts: Array<[text: string, x0: number]>) =>
  toRows(
    parts.map(([text, x0]) => ({ text, x0, x1: x0 + text.length * 5, y: 100, size: 10, font: 'f', rtl: false })),
  ).map((row) => toLine(row).text);

it('keeps a price together that is drawn in parts, and an item apart from its number', () => {
  expect(lineOf(['7.', 0], ['85', 10])).toEqual(['7.85']);
  expect(lineOf(['7.', 0], ['85', 13])).toEqual(['7. 85']);
  expect(lineOf(['7.', 0], ['Rinse', 10])).toEqual(['7. Rinse']);
});
