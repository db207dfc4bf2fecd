import { z } from 'zod';
import { addDays } from '../stores/add-days.ts';
import { allTexts, localText } from '../stores/local-text.ts';
import type { Order, OrderStore } from '../stores/orders.ts';
import type { Product, ProductStore } from '../stores/products.ts';
import type { PromotionStore } from '../stores/promotions.ts';
import type { Language } from '../stores/schema.ts';
import { isoInstant } from '../stores/shop-files/dates.ts';
import type { PromotionRow } from '../stores/shop-files/schema.ts';
import type { ReadTool, ToolContext } from './tool.ts';

const schema = z.object({
  code: z.string().max(40).optional().describe('A code as the customer wrote it'),
  productIds: z.array(z.string().max(64)).max(10).optional().describe('Whether it can be used for these products'),
});

/** One offer as it stands now. */
export interface Offer {
  id: string;
  code: string | null;
  name: string;
  gives: string;
  minimum: number | null;
  from: Date | null;
  /** The first moment at which it holds no more. */
  until: Date | null;
  state: 'valid' | 'upcoming' | 'ended';
  conditions: string | null;
  oncePerCustomer: boolean;
  /** The own order in which it was used up. */
  usedIn: string | null;
  /** Kinds and products that it holds for; empty: all. */
  only: string[];
  /** Products of those asked about that it holds for, and the others, by name. */
  covers: string[];
  excludes: string[];
}

/** `offers`: those with the code, or all; empty with a code: the shop knows no such code. */
export interface CheckedPromotions {
  offers: Offer[];
}

export type CheckPromotionsTool = ReadTool<typeof schema, CheckedPromotions | null>;

/** Whether a code holds, what it holds for, and what offers there are; null when the shop hands no list of them in. */
export const createCheckPromotionsTool = (deps: {
  promotions: PromotionStore;
  products: Pick<ProductStore, 'byIds'>;
  orders: OrderStore;
  timeZone: string;
}): CheckPromotionsTool => ({
  name: 'check_promotions',
  description: 'Whether a coupon or code is valid, for which products and on what conditions; which offers there are.',
  schema,
  async run({ code, productIds = [] }, context) {
    const rows = await deps.promotions.all();
    if (rows === null) return null;
    const meant = code === undefined ? rows : rows.filter((row) => row.code !== null && sameCode(row.code, code));
    const named = await deps.products.byIds([
      ...new Set([...productIds, ...meant.flatMap(({ products }) => products)]),
    ]);
    const once = meant.some(({ oncePerCustomer }) => oncePerCustomer);
    const orders =
      once && context.caller.kind === 'customer' ? await deps.orders.find(context.caller.id, { limit: 100 }) : [];
    const known = { named, asked: named.filter(({ id }) => productIds.includes(id)), orders };
    return { offers: meant.map((row) => offerOf(row, known, { ...context, timeZone: deps.timeZone })) };
  },
});

/** Letter case, spaces and dashes don't count. */
const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toUpperCase();
export const sameCode = (one: string, other: string): boolean => plainCode(one) === plainCode(other);

function offerOf(
  row: PromotionRow,
  known: { named: Product[]; asked: Product[]; orders: Order[] },
  { language, now, timeZone }: Pick<ToolContext, 'language' | 'now'> & { timeZone: string },
): Offer {
  const from = row.from === null ? null : new Date(isoInstant(row.from, timeZone) ?? row.from);
  const until = row.to === null ? null : endOf(row.to, timeZone);
  const covered = (product: Product): boolean => holdsFor(row, product);
  const nameOf = ({ name }: Product): string => localText(name, language);
  return {
    ...{ id: row.id, code: row.code, minimum: row.minimum, oncePerCustomer: row.oncePerCustomer, from, until },
    name: localText(row.name, language),
    gives: localText(row.gives, language),
    state: from !== null && now < from ? 'upcoming' : until !== null && now >= until ? 'ended' : 'valid',
    conditions: localText(row.conditions, language) || null,
    usedIn: row.oncePerCustomer ? (known.orders.find((order) => usesCode(order, row))?.id ?? null) : null,
    only: onlyFor(row, known.named, language),
    covers: known.asked.filter(covered).map(nameOf),
    excludes: known.asked.filter((product) => !covered(product)).map(nameOf),
  };
}

/** A day ends when the next one begins; a time is the moment itself. */
function endOf(to: string, timeZone: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(to) ? addDays(to, 1) : to;
  return new Date(isoInstant(day, timeZone) ?? day);
}

const onlyFor = (row: PromotionRow, products: Product[], language: Language): string[] => [
  ...row.categories.map((category) => localText(category, language)),
  ...products.filter(({ id }) => row.products.includes(id)).map(({ name }) => localText(name, language)),
];

function holdsFor(row: PromotionRow, product: Product): boolean {
  const kinds = new Set(allTexts(product.category).map((name) => name.toLowerCase()));
  const among = (ids: string[], categories: PromotionRow['categories']): boolean =>
    ids.includes(product.id) ||
    categories.some((category) => allTexts(category).some((name) => kinds.has(name.toLowerCase())));
  const forAll = row.products.length + row.categories.length === 0;
  return !among(row.exceptProducts, row.exceptCategories) && (forAll || among(row.products, row.categories));
}

/** Orders name the code that was used as `couponCode`. A cancelled order gave it back. */
function usesCode({ status, extra }: Order, { code }: PromotionRow): boolean {
  const used = typeof extra === 'object' && extra !== null && 'couponCode' in extra ? extra.couponCode : null;
  return status !== 'cancelled' && code !== null && typeof used === 'string' && sameCode(used, code);
}
