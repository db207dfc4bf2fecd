import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { LocalText } from '../schema.ts';
import {
  type CustomerRow,
  customerSchema,
  type OrderRow,
  orderSchema,
  type ProductRow,
  type PromotionRow,
  productSchema,
  promotionSchema,
  type ShopFile,
  shopSchema,
} from './schema.ts';
import { NotUtf8Error, shopFileText } from './shop-file-text.ts';

/** A shop as its files tell it, checked; dates as written. */
export interface ShopFiles {
  shop: ShopFile;
  products: ProductRow[];
  customers: CustomerRow[];
  orders: OrderRow[];
  /** Any shape: tools/policy reads it. */
  policy: unknown;
  /** Undefined: the shop hands none in, and its documents speak of them. */
  promotions?: PromotionRow[] | undefined;
}

/** Names every fault of a shop's files: file, row, id, field, what is expected. */
export class ShopFilesError extends Error {
  readonly faults: string[];
  constructor(folder: string, faults: string[]) {
    super(`The shop in ${folder} can't be loaded:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const shown = (value: unknown) => {
  const json = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
};
const pathText = (path: PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const issueText = ({ path, message, input }: z.core.$ZodIssue) =>
  `${path.length > 0 ? `${pathText(path)}: ` : ''}expected ${message}, got ${shown(input)}`;

const idOf = (row: unknown): string | undefined =>
  typeof row === 'object' && row !== null && 'id' in row ? String(row.id).trim() : undefined;

/** Rows of a sheet that stands for a JSON file. */
export class Sheet {
  readonly file: string;
  /** Where a row begins, as spreadsheets count: the head is line 1. */
  readonly rows: ReadonlyArray<{ line: number; row: unknown }>;
  constructor(file: string, rows: Sheet['rows']) {
    this.file = file;
    this.rows = rows;
  }
}

/** Where a shop's files come from: the text of a file, or the sheet in its place; undefined when there is none. */
export type ShopFileSource = (file: string) => Promise<string | Sheet | undefined>;

/** The rows of a list, each with the place by which its faults are told; undefined where it is no list. */
function placedRows(file: string, value: unknown): Array<{ name: string; raw: unknown }> | undefined {
  const named = (place: string, raw: unknown) => {
    const id = idOf(raw);
    return { name: id === undefined ? place : `${place} (id ${id})`, raw };
  };
  if (value instanceof Sheet) return value.rows.map(({ line, row }) => named(`${value.file}, line ${line}`, row));
  return Array.isArray(value) ? value.map((row, index) => named(`${file}, row ${index + 1}`, row)) : undefined;
}

/** The files of a folder. */
export const folderSource =
  (folder: string) =>
  async (file: string): Promise<string | undefined> => {
    try {
      return shopFileText(await readFile(join(folder, file)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

/** What a database has already, so that files which don't tell all of a shop can be checked. */
export interface KnownShop {
  customerIds: ReadonlySet<string>;
  productNames: ReadonlyMap<string, LocalText>;
}

/** Reads files of one source and gathers what is wrong with them instead of stopping at the first fault. */
class FaultyReader {
  readonly faults: string[] = [];
  private readonly source: ShopFileSource;
  constructor(source: ShopFileSource) {
    this.source = source;
  }

  /** The file's JSON, or its {@link Sheet}; undefined when it is missing (a fault if `required`) or is not JSON. */
  async json(file: string, required: boolean): Promise<unknown> {
    let given: string | Sheet | undefined;
    try {
      given = await this.source(file);
    } catch (error) {
      const why = messageOf(error);
      this.faults.push(`${file}: ${error instanceof NotUtf8Error ? why : `can't be read: ${why}`}`);
      return undefined;
    }
    if (given === undefined) {
      if (required) this.faults.push(`${file}: is missing`);
      return undefined;
    }
    if (given instanceof Sheet) return given;
    try {
      return JSON.parse(given.replace(/^\uFEFF/, ''));
    } catch (error) {
      this.faults.push(`${file}: is not valid JSON: ${messageOf(error)}`);
      return undefined;
    }
  }

  /** A file of any shape that is neither a bare text nor a number. */
  async anything(file: string): Promise<unknown> {
    const value = await this.json(file, false);
    if (typeof value === 'object' || value === undefined) return value ?? undefined;
    this.faults.push(`${file}: expected an object, got ${shown(value)}`);
    return undefined;
  }

  async object<S extends z.ZodType>(file: string, schema: S, required: boolean): Promise<z.output<S> | undefined> {
    const value = await this.json(file, required);
    if (value === undefined) return undefined;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (!parsed.success) this.faults.push(...parsed.error.issues.map((issue) => `${file}: ${issueText(issue)}`));
    return parsed.data;
  }

  /** The rows that fit, each with its place in the file, and the ids of all. */
  async rows<S extends z.ZodType<{ id: string }>>(
    file: string,
    schema: S,
    required: boolean,
  ): Promise<FoundRows<z.output<S>>> {
    const before = this.faults.length;
    const value = await this.json(file, required);
    const placed = placedRows(file, value);
    if (value !== undefined && !placed) this.faults.push(`${file}: expected a list of rows, got ${shown(value)}`);
    if (!placed) return { state: this.faults.length > before ? 'faulty' : 'missing', rows: [], ids: new Set() };
    const ids = new Set<string>();
    const rows = placed.flatMap(({ name, raw }) => {
      const id = idOf(raw) ?? '';
      const twice = id !== '' && ids.has(id);
      if (twice) this.faults.push(`${name}, id: is in the file twice`);
      ids.add(id);
      const parsed = schema.safeParse(raw, { reportInput: true });
      if (!parsed.success) {
        this.faults.push(...parsed.error.issues.map((issue) => `${name}, ${issueText(issue)}`));
        return [];
      }
      return twice ? [] : [{ name, row: parsed.data }];
    });
    return { state: 'read', rows, ids };
  }
}

interface FoundRows<Row> {
  /** `faulty`: it is no list, or can't be read. Rows may have faults of their own. */
  state: 'read' | 'missing' | 'faulty';
  rows: Array<{ name: string; row: Row }>;
  ids: ReadonlySet<string>;
}

/** Some or all of a shop's files: what fits, and every fault with file, row and field. A list left out is undefined. */
export interface GatheredShop {
  shop: ShopFile | undefined;
  products: ProductRow[] | undefined;
  customers: CustomerRow[] | undefined;
  orders: OrderRow[] | undefined;
  policy: unknown;
  promotions: PromotionRow[] | undefined;
  faults: string[];
  /** Ids that stand in the files, also of rows that don't fit: these are not gone. */
  ids: Record<'products' | 'customers' | 'orders', ReadonlySet<string>>;
}

/** Reads what there is of a shop's files; with `known`, none of them needs to be there. */
export async function gatherShopFiles(source: ShopFileSource, known?: KnownShop): Promise<GatheredShop> {
  const reader = new FaultyReader(source);
  const shop = await reader.object('shop.json', shopSchema, !known);
  const products = await reader.rows('products.json', productSchema, !known);
  const customers = await reader.rows('customers.json', customerSchema, false);
  const orders = await reader.rows('orders.json', orderSchema, false);
  const policy = await reader.anything('policy.json');
  const promotions = await reader.rows('promotions.json', promotionSchema, false);

  const productNames = new Map(products.rows.map(({ row }) => [row.id, row.name]));
  const nameOf = (id: string) => productNames.get(id) ?? known?.productNames.get(id) ?? null;
  const nobody = customers.state === 'missing' && !known;
  if (nobody && orders.rows.length > 0)
    reader.faults.push('customers.json: is missing, and orders.json names its customers');
  // One fault of the file instead of one for each order.
  const isTold = nobody || customers.state === 'faulty';
  const fitting = orders.rows.filter(({ name, row }) => {
    const before = reader.faults.length;
    const isKnown = customers.ids.has(row.customerId) || known?.customerIds.has(row.customerId);
    if (!isKnown && !isTold)
      reader.faults.push(`${name}, customerId: expected a customer of customers.json, got ${shown(row.customerId)}`);
    for (const [line, item] of row.items.entries()) {
      item.name ??= nameOf(item.productId ?? '');
      if (item.name === null) reader.faults.push(`${name}, items[${line}].name: expected a text, or a known productId`);
    }
    return reader.faults.length === before;
  });
  const rowsOf = <T>({ state, rows }: FoundRows<T>) => (state === 'read' ? rows.map(({ row }) => row) : undefined);
  return {
    shop,
    products: rowsOf(products),
    customers: rowsOf(customers),
    orders: rowsOf({ ...orders, rows: fitting }),
    policy,
    promotions: rowsOf(promotions),
    faults: reader.faults,
    ids: { products: products.ids, customers: customers.ids, orders: orders.ids },
  };
}

/**
 * Reads a shop's files in the format of the contract, lenient to fields it doesn't know and to optional ones left
 * out. customers.json, orders.json, policy.json and promotions.json may be missing. Throws one {@link ShopFilesError} for all faults.
 * `source` reads the folder: who takes sheets, too, hands in one that does.
 */
export async function readShopFiles(folder: string, source: ShopFileSource = folderSource(folder)): Promise<ShopFiles> {
  const found = await gatherShopFiles(source);
  const { shop, faults } = found;
  if (faults.length > 0 || shop === undefined) throw new ShopFilesError(folder, faults);
  return {
    shop,
    products: found.products ?? [],
    customers: found.customers ?? [],
    orders: found.orders ?? [],
    policy: found.policy ?? {},
    promotions: found.promotions,
  };
}
