import { isDeepStrictEqual } from 'node:util';
import { badRequest } from '../../config/errors.ts';
import { parseCsv } from '../../ingest/loading/parse-csv.ts';

/** Lists whose rows a CSV file spreads over lines: the list's name, and the columns that belong to its rows. */
const LISTS: Record<string, { list: string; columns: RegExp; rename: (column: string) => string } | undefined> = {
  products: {
    list: 'variants',
    columns: /^variant/i,
    rename: (column) => lower(column.replace(/^variants?\.?/i, '')) || 'id',
  },
  orders: {
    list: 'items',
    columns: /^(items?\.|item[A-Z]|productId$|variantId$|quantity$|unitPrice$)/,
    rename: (column) => lower(column.replace(/^items?\.?(?=[.A-Za-z])/, '')),
  },
};

const lower = (name: string) => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;

/** Cells that are lists or objects may hold JSON; an empty cell is left out. */
function cellValue(cell: string): unknown {
  if (cell === '') return undefined;
  if (!/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** `name.zh` is the part zh of name; names that would reach into an object's prototype are refused. */
function put(row: Record<string, unknown>, column: string, value: unknown): void {
  if (value === undefined) return;
  const path = column.split('.');
  if (path.some((part) => ['__proto__', 'constructor', 'prototype', ''].includes(part)))
    throw badRequest('bad_column', `The column ${column} can't be read.`);
  let at = row;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next as Record<string, unknown>;
    else {
      const made: Record<string, unknown> = {};
      at[part] = made;
      at = made;
    }
  }
  at[path.at(-1) ?? column] = value;
}

type Row = Record<string, unknown>;

/** Whether a line is a further variant or item of the row above: under its id, or without one and nothing else of its own. */
const continues = (above: Row, { id, ...own }: Row, part: Row): boolean =>
  id === undefined
    ? Object.entries(own).every(([column, value]) => isDeepStrictEqual(value, above[column]))
    : id === above.id && Object.keys(part).length > 0;

/**
 * Rows of the contract's format from a CSV text, each with the line it begins in. `name.zh` and `attributes.brand` are
 * parts of a field; a product's variants (columns variantId, variantPrice, variantStock, variantOptions.color) and an
 * order's items (productId, variantId, itemName, quantity, unitPrice) take a line each under the same id.
 */
export function csvRows(
  kind: 'products' | 'customers' | 'orders' | 'promotions',
  text: string,
): Array<{ line: number; row: Row }> {
  const [head = [], ...lines] = parseCsv(text);
  const many = LISTS[kind];
  const rows: Array<{ line: number; row: Row }> = [];
  let last: { row: Row; list: Row[] } | undefined;
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row: Row = {};
    const part: Row = {};
    head.forEach((column, place) => {
      const value = cellValue(cells[place] ?? '');
      if (many?.columns.test(column)) put(part, many.rename(column), value);
      else put(row, column, value);
    });
    if (!last || !continues(last.row, row, part)) {
      last = { row, list: [] };
      rows.push({ line: index + 2, row });
    }
    if (many && Object.keys(part).length > 0) {
      last.list.push(part);
      last.row[many.list] = last.list;
    }
  }
  return rows;
}
