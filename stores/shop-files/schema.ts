import { z } from 'zod';
import { ORDER_STATUSES, type OrderStatus } from '../order-statuses.ts';
import type { LocalText } from '../schema.ts';
import { isIsoDate, offsetAt } from './dates.ts';

/** A field read leniently by `read`, which returns undefined for what doesn't fit; `expected` is what a fault says. */
const field = <T>(expected: string, read: (value: unknown) => T | undefined) =>
  z
    .unknown()
    .optional()
    .transform((value, context) => {
      const result = read(value);
      if (result !== undefined) return result;
      context.addIssue({ code: 'custom', message: expected, input: value });
      return z.NEVER;
    });

/** The field, or `fallback` where it is left out or null. */
const or = <S extends z.ZodType, F>(schema: S, fallback: F) =>
  z
    .preprocess((value) => value ?? undefined, schema.optional())
    .transform((value): NonNullable<z.output<S>> | F => value ?? fallback);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list; one object alone is a list of one. */
const list = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess(
      (value) => (value === null || value === undefined ? [] : isRecord(value) ? [value] : value),
      z.unknown(),
    )
    .pipe(z.array(schema, { error: 'a list' }));

const asText = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

const asNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};
const within = (min: number, max: number, whole: boolean) => (value: unknown) => {
  const number = asNumber(value);
  return number !== undefined && number >= min && number <= max && (!whole || Number.isInteger(number))
    ? number
    : undefined;
};

const identifier = field('an id (text or number)', (value) =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : asText(value),
);
const text = field<LocalText>('a text, or {"zh": …, "en": …}', (value) => {
  if (!isRecord(value)) return asText(value);
  const both = { zh: asText(value.zh), en: asText(value.en) };
  const given = Object.entries(both).filter(([, part]) => part !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as LocalText) : undefined;
});
const plainText = field('a text', (value) => (typeof value === 'number' ? String(value) : asText(value)));
const money = field('an amount of 0 or more, such as 12.50', within(0, 9_999_999_999, false));
const stock = field('a whole number, or null where it is not counted', within(-1_000_000_000, 1_000_000_000, true));
const quantity = field('a whole number of 1 or more', within(1, 1_000_000, true));
const isoDate = field('a date in ISO 8601, such as 2026-11-20T09:30:00+08:00', (value) =>
  typeof value === 'string' && isIsoDate(value) ? value.trim() : undefined,
);
const record = field<Record<string, unknown>>('an object', (value) => (isRecord(value) ? value : undefined));
const anything = z
  .unknown()
  .optional()
  .transform((value) => value ?? null);

const option = field<LocalText | number>('a text, {"zh": …, "en": …} or a number', (value) => {
  if (typeof value === 'boolean') return String(value);
  return asNumber(value) !== undefined && typeof value === 'number' ? value : text.safeParse(value).data;
});

const status = field<OrderStatus>(`one of ${ORDER_STATUSES.join(', ')}`, (value) =>
  ORDER_STATUSES.find((known) => known === asText(value)?.toLowerCase()),
);

const zone = field('a time zone of the IANA list, such as Asia/Shanghai', (value) => {
  const name = asText(value);
  try {
    return name && offsetAt(new Date(0), name) ? name : undefined;
  } catch {
    return undefined;
  }
});

const row = { error: 'an object' };

export const shopSchema = z.looseObject(
  {
    name: text,
    currency: field('a currency code of ISO 4217, such as CNY', (value) =>
      /^[a-z]{3}$/i.test(asText(value) ?? '') ? asText(value)?.toUpperCase() : undefined,
    ),
    timeZone: or(zone, 'UTC'),
    locales: or(z.array(plainText, { error: 'a list of languages, such as ["zh", "en"]' }), ['zh', 'en']),
    supportHours: anything,
    /** The day on which the orders are told: their dates move so that it is today. */
    asOf: or(isoDate, null),
  },
  row,
);

const variantSchema = z.object({
  id: identifier,
  options: or(z.record(z.string(), option, { error: 'an object, such as {"color": "black"}' }), {}),
  price: or(money, null),
  stock: or(stock, null),
});

export const productSchema = z.looseObject(
  {
    id: identifier,
    name: text,
    category: or(text, ''),
    description: or(text, ''),
    price: money,
    stock: or(stock, null),
    variants: list(variantSchema),
    attributes: or(record, {}),
  },
  row,
);

export const customerSchema = z.looseObject(
  {
    id: identifier,
    name: text,
    email: or(plainText, null),
    phone: or(plainText, null),
    locale: or(plainText, null),
    addresses: list(field('an address (an object or a text)', (value) => (isRecord(value) ? value : asText(value)))),
    paymentMethods: list(record),
  },
  row,
);

const itemSchema = z.object({
  productId: or(identifier, null),
  variantId: or(identifier, null),
  name: or(text, null),
  quantity,
  unitPrice: money,
});

const shipmentSchema = z.looseObject(
  {
    events: list(z.looseObject({ at: or(isoDate, null) }, { error: 'an object {at, place, text}' })),
  },
  { error: 'an object {carrier, trackingNumber, status, estimatedDelivery, events}' },
);

export const orderSchema = z.looseObject(
  {
    id: identifier,
    customerId: identifier,
    status,
    placedAt: isoDate,
    items: z.array(itemSchema, { error: 'a list of items' }).min(1, 'one item or more'),
    total: or(money, null),
    shippingAddress: anything,
    shipments: list(shipmentSchema),
    payments: list(record),
    refunds: list(record),
    invoices: list(record),
  },
  row,
);

/** An offer of the shop, with a code or without. */
export const promotionSchema = z.looseObject(
  {
    id: identifier,
    code: or(plainText, null),
    name: text,
    /** What it gives: "¥50 off". */
    gives: text,
    /** From what sum of an order on. */
    minimum: or(money, null),
    /** Days without a time are whole days in the shop's zone. */
    from: or(isoDate, null),
    to: or(isoDate, null),
    /** Empty lists: everything. */
    products: list(identifier),
    categories: list(text),
    /** Never for these. */
    exceptProducts: list(identifier),
    exceptCategories: list(text),
    oncePerCustomer: or(
      field('true or false', (value) =>
        typeof value === 'boolean' ? value : { true: true, false: false }[asText(value)?.toLowerCase() ?? ''],
      ),
      false,
    ),
    conditions: or(text, null),
  },
  row,
);

export type ShopFile = z.output<typeof shopSchema>;
export type ProductRow = z.output<typeof productSchema>;
export type CustomerRow = z.output<typeof customerSchema>;
export type OrderRow = z.output<typeof orderSchema>;
export type PromotionRow = z.output<typeof promotionSchema>;
