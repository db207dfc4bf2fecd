import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type CustomerRow,
  customerSchema,
  type OrderRow,
  orderSchema,
  type ProductRow,
  productSchema,
  type ShopFile,
  shopSchema,
} from './shop-files-schema.ts';

/** A shop as its files tell it, checked; dates as written. */
export interface ShopFiles {
  shop: ShopFile;
  products: ProductRow[];
  customers: CustomerRow[];
  orders: OrderRow[];
  /** Any shape: tools/policy reads it. */
  policy: unknown;
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

const rowName = (file: string, index: number, row: unknown) => {
  const id = idOf(row);
  return `${file}, row ${index + 1}${id === undefined ? '' : ` (id ${id})`}`;
};

/** Reads files of one folder and gathers what is wrong with them instead of stopping at the first fault. */
class FaultyReader {
  readonly faults: string[] = [];
  private readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  /** The file's JSON, or undefined when it is missing (a fault if `required`) or is not JSON. */
  async json(file: string, required: boolean): Promise<unknown> {
    try {
      return JSON.parse((await readFile(join(this.folder, file), 'utf8')).replace(/^\uFEFF/, ''));
    } catch (error) {
      if (!isMissing(error))
        this.faults.push(`${file}: is not valid JSON: ${error instanceof Error ? error.message : error}`);
      else if (required) this.faults.push(`${file}: is missing`);
      return undefined;
    }
  }

  async object<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
    const value = await this.json(file, true);
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
  ): Promise<{ rows: Array<{ name: string; row: z.output<S> }>; ids: Set<string> }> {
    const value = (await this.json(file, required)) ?? [];
    if (!Array.isArray(value)) {
      this.faults.push(`${file}: expected a list of rows, got ${shown(value)}`);
      return { rows: [], ids: new Set() };
    }
    const ids = new Set<string>();
    const rows = value.flatMap((raw, index) => {
      const name = rowName(file, index, raw);
      const id = idOf(raw) ?? '';
      if (id !== '' && ids.has(id)) this.faults.push(`${name}, id: is in the file twice`);
      ids.add(id);
      const parsed = schema.safeParse(raw, { reportInput: true });
      if (!parsed.success) {
        this.faults.push(...parsed.error.issues.map((issue) => `${name}, ${issueText(issue)}`));
        return [];
      }
      return [{ name, row: parsed.data }];
    });
    return { rows, ids };
  }
}

/**
 * Reads a shop's files in the format of the contract, lenient to fields it doesn't know and to optional ones left
 * out. customers.json, orders.json and policy.json may be missing. Throws one {@link ShopFilesError} for all faults.
 */
export async function readShopFiles(folder: string): Promise<ShopFiles> {
  const reader = new FaultyReader(folder);
  const shop = await reader.object('shop.json', shopSchema);
  const products = await reader.rows('products.json', productSchema, true);
  const customers = await reader.rows('customers.json', customerSchema, false);
  const orders = await reader.rows('orders.json', orderSchema, false);
  const policy = await reader.json('policy.json', false);

  const productNames = new Map(products.rows.map(({ row }) => [row.id, row.name]));
  for (const { name, row } of orders.rows) {
    if (!customers.ids.has(row.customerId))
      reader.faults.push(`${name}, customerId: expected a customer of customers.json, got ${shown(row.customerId)}`);
    for (const [line, item] of row.items.entries()) {
      item.name ??= productNames.get(item.productId ?? '') ?? null;
      if (item.name === null) reader.faults.push(`${name}, items[${line}].name: expected a text, or a known productId`);
    }
  }
  if (reader.faults.length > 0 || shop === undefined) throw new ShopFilesError(folder, reader.faults);
  const rowsOf = <T>({ rows }: { rows: Array<{ row: T }> }) => rows.map(({ row }) => row);
  return {
    shop,
    products: rowsOf(products),
    customers: rowsOf(customers),
    orders: rowsOf(orders),
    policy: policy ?? {},
  };
}
