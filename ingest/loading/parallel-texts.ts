import type { Block } from './loaded-document.ts';
import { sectionEnd } from './section-end.ts';

type Table = Extract<Block, { kind: 'table' }>;

const LEVEL = 6;
const ROWS = 2;
/** Letters; cells with less are words and their translations, which belong together. */
const LONG = { han: 12, other: 30 };

const isHan = (text: string): boolean => (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 > text.length;
const isLong = (text: string): boolean => text.length >= (isHan(text) ? LONG.han : LONG.other);

/** Whether each row tells in Chinese on one side what it tells in another language on the other. */
function areTranslations(rows: string[][]): boolean {
  const [first] = rows;
  if (rows.length < ROWS || first?.length !== 2) return false;
  const left = isHan(first[0] ?? '');
  const parallel = rows.every(([a = '', b = '']) => a !== '' && b !== '' && isHan(a) === left && isHan(b) !== left);
  return parallel && rows.filter((row) => row.every(isLong)).length * 2 > rows.length;
}

/** A table whose columns are one text in two languages, as two texts, each under its column's name; any other as it is. */
export function apartByLanguage(table: Table): Block[] {
  const [head = [], ...body] = table.rows;
  const isNamed = !head.some(isLong);
  const rows = isNamed ? body : table.rows;
  if (!areTranslations(rows)) return [table];
  const columns = [0, 1].flatMap((c): Block[] => [
    sectionEnd(LEVEL),
    ...(isNamed && head[c] ? [{ kind: 'heading', level: LEVEL, text: head[c] } as const] : []),
    ...rows.map((row): Block => ({ kind: 'text', text: row[c] ?? '' })),
  ]);
  return [...(table.caption ? [{ kind: 'text', text: table.caption } as const] : []), ...columns, sectionEnd(LEVEL)];
}
