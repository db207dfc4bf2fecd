import { type Insertable, type Kysely, sql } from 'kysely';
import { countAllPurchases } from './purchases.ts';
import type { Database } from './schema.ts';
import type { ShopFiles } from './shop-files.ts';
import { dayIn, daysBetween, isoInstant, moveDates } from './shop-files-dates.ts';
import type { CustomerRow, OrderRow, ProductRow } from './shop-files-schema.ts';

/** Rows a statement: far below PostgreSQL's 65,535 parameters. */
const BATCH = 1_000;

type Row<T extends keyof Database> = Insertable<Database[T]>;

const json = JSON.stringify;

function productRow(product: ProductRow): Row<'products'> {
  const { id, name, category, description, price, stock, variants, attributes, ...others } = product;
  const counted = variants.flatMap((variant) => variant.stock ?? []);
  return {
    id,
    name: json(name),
    category: json(category),
    description: json(description),
    price,
    stock: stock ?? (counted.length > 0 ? counted.reduce((sum, part) => sum + part, 0) : null),
    variants: json(variants.map((variant) => ({ ...variant, price: variant.price ?? price }))),
    // A shop's own fields (brand, warranty, …) are properties of the product too.
    attributes: json({ ...others, ...attributes }),
  };
}

function customerRow(customer: CustomerRow, shopLanguage: string): Row<'customers'> {
  const { id, name, email, phone, locale, addresses } = customer;
  const language = (locale ?? shopLanguage).toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return { id, name: json(name), email, phone, locale: language, addresses: json(addresses) };
}

function orderRow(order: OrderRow, move: { days: number; timeZone: string }): Row<'orders'> {
  const moved = <T>(value: T) => json(moveDates(value, move.days, move.timeZone));
  const { id, customerId, status, placedAt, items, total, ...rest } = order;
  const { shippingAddress, shipments, payments, refunds, invoices, ...others } = rest;
  const sum = items.reduce((cents, item) => cents + Math.round(item.unitPrice * 100) * item.quantity, 0) / 100;
  const placed = isoInstant(String(moveDates(placedAt, move.days, move.timeZone)), move.timeZone);
  return {
    id,
    customer_id: customerId,
    status,
    placed_at: placed ?? placedAt,
    total: total ?? sum,
    shipping_address: shippingAddress === null ? null : json(shippingAddress),
    shipments: moved(shipments),
    payments: moved(payments),
    refunds: moved(refunds),
    invoices: moved(invoices),
    extra: moved(others),
  };
}

const itemRows = (order: OrderRow): Array<Row<'order_items'>> =>
  order.items.map((item, index) => ({
    order_id: order.id,
    line: index + 1,
    product_id: item.productId,
    variant_id: item.variantId,
    name: json(item.name),
    quantity: item.quantity,
    unit_price: item.unitPrice,
  }));

/** Whole days from the files' asOf to today; one less when the newest order would then be placed in the future. */
function daysToMove({ shop, orders }: ShopFiles, now: Date): number {
  const asOf = shop.asOf?.slice(0, 10);
  if (asOf === undefined) return 0;
  const days = daysBetween(asOf, dayIn(shop.timeZone, now));
  const newest = Math.max(...orders.map(({ placedAt }) => Date.parse(isoInstant(placedAt, shop.timeZone) ?? '')));
  return newest + days * 86_400_000 > now.getTime() ? days - 1 : days;
}

async function inBatches<T>(rows: T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await write(rows.slice(start, start + BATCH));
}

/** On conflict: every column from the row that was to be inserted. */
const overwrite = (batch: Array<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(batch[0] ?? {}).map((column) => [column, sql.ref<never>(`excluded.${column}`)]));

/**
 * Writes a shop into the database in one transaction: rows with a known id are overwritten, others added. With
 * shop.asOf, the orders' dates move by whole days so that asOf is today.
 */
export async function importShop(db: Kysely<Database>, files: ShopFiles, now: Date = new Date()): Promise<void> {
  const { shop, products, customers, orders, policy } = files;
  const { asOf: _, ...settings } = shop;
  const move = { days: daysToMove(files, now), timeZone: shop.timeZone };
  await db.transaction().execute(async (trx) => {
    for (const [key, value] of Object.entries({ shop: settings, policy }))
      await trx
        .insertInto('settings')
        .values({ key, value: json(value) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) }))
        .execute();
    await inBatches(products.map(productRow), (rows) =>
      trx
        .insertInto('products')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(overwrite(rows)))
        .execute(),
    );
    const language = shop.locales[0] ?? 'zh';
    await inBatches(
      customers.map((customer) => customerRow(customer, language)),
      (rows) =>
        trx
          .insertInto('customers')
          .values(rows)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(overwrite(rows)))
          .execute(),
    );
    await inBatches(
      orders.map((order) => orderRow(order, move)),
      (rows) =>
        trx
          .insertInto('orders')
          .values(rows)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(overwrite(rows)))
          .execute(),
    );
    const orderIds = orders.map(({ id }) => id);
    await inBatches(orderIds, (ids) => trx.deleteFrom('order_items').where('order_id', 'in', ids).execute());
    await inBatches(orders.flatMap(itemRows), (rows) => trx.insertInto('order_items').values(rows).execute());
    await countAllPurchases(trx);
  });
}
