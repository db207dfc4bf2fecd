import type { Block } from './loaded-document.ts';

type Table = Extract<Block, { kind: 'table' }>;

const ROWS = 3;
const LONGEST_NAME = 40;
/** A cell that says more tells what something is, or what to do. */
const LONGEST_VALUE = 40;
/** Heads of sheets of data, which say nothing. */
const HEAD =
  /^(?:参数|项目|名称|规格|指标|属性|类别|内容|问题|现象|故障|代码|item|parameter|spec|propert|feature|description|detail|attribute|characteristic|what\b|problem|fault|symptom|code|name$|type$)/i;
/** The first number of a value and what it counts. */
const MEASURE = /\d[\d.,]*(?:\s*[-–—~～×x:]\s*[\d.,]+)*\s*(\p{L}+|[%°"”])?/u;
/** Different units in one column tell of different things. */
const UNITS = 3;

const unitOf = (value: string): string | undefined => {
  const found = MEASURE.exec(value);
  return found ? (found[1] ?? '').toLowerCase() : undefined;
};

/** Of what the sheet is: its value may be a name. */
const IDENTITY =
  /^(?:产品|商品)?(?:型号|品名|品牌|货号)$|^(?:model|brand|product|article)(?: (?:name|no\.?|number))?$/i;
/** Begins with a number, or is mostly digits: no head is. */
const isFigure = (value: string): boolean =>
  /^\P{L}?\d/u.test(value) || (value.match(/\d/g)?.length ?? 0) > (value.match(/\p{L}/gu)?.length ?? 0);

/** Rows of a name and its value each, of which the first is no head of the others: it names one thing, as they do. */
function areNamedValues(rows: string[][]): boolean {
  const [[name, value] = ['', ''], ...body] = rows as Array<[string, string]>;
  if (body.length + 1 < ROWS || HEAD.test(name) || !(isFigure(value) || IDENTITY.test(name))) return false;
  if (rows.filter(([, own = '']) => own.length > LONGEST_VALUE).length * 4 > rows.length) return false;
  if (new Set(rows.map(([own]) => own)).size < rows.length) return false;
  if (rows.some(([own = '']) => own.length > LONGEST_NAME || !/\p{L}/u.test(own))) return false;
  const units = body.map(([, own]) => unitOf(own));
  if (new Set(units.filter((unit) => unit !== undefined)).size >= UNITS) return true;
  return !/\d/.test(name) && units.filter((unit) => unit === unitOf(value)).length * 2 > body.length;
}

/** Names and values beside other names and values, as narrow ones are printed to save room. */
function folded(rows: string[][]): string[][] {
  const isPair = (name = '', value = '') => (name === '' ? value === '' : !isFigure(name));
  const paired = rows.every(([a = '', b, c, d], r) => a !== '' && isPair(a, b) && isPair(c, d) && (r > 0 || c !== ''));
  return paired ? [0, 2].flatMap((c) => rows.map((row) => row.slice(c, c + 2))).filter(([name]) => name !== '') : [];
}

/** A table whose first row is a row like the others ("Voltage | 230 V") below an empty head; any other as it is. */
export function withoutFalseHead(table: Table): Table {
  const width = table.rows[0]?.length ?? 0;
  const rows = width === 4 ? folded(table.rows) : table.rows;
  if ((width !== 2 && width !== 4) || !areNamedValues(rows)) return table;
  return { ...table, rows: [['', ''], ...rows] };
}
