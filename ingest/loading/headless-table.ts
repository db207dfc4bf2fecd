import type { Block } from './loaded-document.ts';

type Table = Extract<Block, { kind: 'table' }>;

const ROWS = 3;
const LONGEST_NAME = 40;
/** Heads of sheets of data, which say nothing. */
const HEAD =
  /^(?:参数|项目|名称|规格|指标|属性|类别|内容|item|parameter|spec|propert|feature|description|detail|attribute|characteristic|what\b|name$|type$)/i;
/** The first number of a value and what it counts. */
const MEASURE = /\d[\d.,]*(?:\s*[-–—~～×x:]\s*[\d.,]+)*\s*(\p{L}+|[%°"”])?/u;
/** Different units in one column tell of different things. */
const UNITS = 3;

const unitOf = (value: string): string | undefined => {
  const found = MEASURE.exec(value);
  return found ? (found[1] ?? '').toLowerCase() : undefined;
};

/** Rows of a name and its value each, of which the first is no head of the others: it names one thing, as they do. */
function areNamedValues(rows: string[][]): boolean {
  const [first, ...body] = rows;
  const [name = '', value = ''] = first ?? [];
  if (!first || body.length + 1 < ROWS || HEAD.test(name)) return false;
  if (new Set(rows.map(([own]) => own)).size < rows.length) return false;
  if (rows.some(([own = '']) => own === '' || own.length > LONGEST_NAME || !/\p{L}/u.test(own))) return false;
  const units = body.map(([, own = '']) => unitOf(own));
  const told = new Set(units.filter((unit) => unit !== undefined));
  if (told.size >= UNITS) return true;
  const isFigure = /^\d/.test(value) && !/\d/.test(name);
  return isFigure && units.filter((unit) => unit === unitOf(value)).length * 2 > body.length;
}

/** Names and values beside other names and values, as narrow ones are printed to save room. */
const folded = (rows: string[][]): string[][] =>
  [0, 2].flatMap((c) => rows.map((row) => row.slice(c, c + 2))).filter(([name]) => name !== '');

/** A table whose first row is a row like the others ("Voltage | 230 V") below an empty head; any other as it is. */
export function withoutFalseHead(table: Table): Table {
  const width = table.rows[0]?.length ?? 0;
  const rows = width === 4 ? folded(table.rows) : table.rows;
  if ((width !== 2 && width !== 4) || !areNamedValues(rows)) return table;
  return { ...table, rows: [['', ''], ...rows] };
}
