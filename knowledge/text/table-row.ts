import type { Language } from '../../stores/schema.ts';

/** The cells of a row of a Markdown table. */
export const rowCells = (row: string): string[] =>
  row
    .replace(/^\s*\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

/** A row as words: "Region: rural; Time: 5 days", or "Power: 900 W" where the columns have no names. */
export function rowText(row: string, header: string | null, language: Language): string {
  const names = header === null ? [] : rowCells(header);
  const [colon, end] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const cells = rowCells(row);
  const [name = '', value = ''] = cells;
  if (header !== null && cells.length === 2 && name && value && names.every((own) => own === ''))
    return /[:：]$/.test(name) ? name + value : `${name}${colon}${value}`;
  return cells
    .map((cell, i) => (names[i] && cell ? `${names[i]}${colon}${cell}` : cell))
    .filter(Boolean)
    .join(end);
}
