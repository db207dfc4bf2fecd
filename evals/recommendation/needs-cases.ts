import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { Reply } from '../harness/shop-target.ts';

type Product = ShopFiles['products'][number];

/** What may be shown to a wish, told by the shop's data; or that nothing may be. */
export interface NeedsCase {
  id: string;
  group: 'needs' | 'exclusions' | 'sent back' | 'complaints';
  text: string;
  language: Language;
  customer: string;
  /** At least one of these is shown; empty: nothing in particular. */
  oneOf: ReadonlySet<string>;
  maxPrice: number | undefined;
  never: ReadonlySet<string>;
  /** No product at all. */
  nothing: boolean;
}

const STEP = 50;
const WISHES: Record<Language, Array<(kind: string, most: number) => string>> = {
  zh: [
    (kind, most) => `${most} 块以内的${kind}，宿舍用`,
    (kind, most) => `想给爸妈买个${kind}，预算${most}元，有推荐吗`,
    (kind, most) => `租的房子小，${kind}不超过${most}的哪款合适`,
  ],
  en: [
    (kind, most) => `Can you recommend ${kind} under ¥${most} for a small kitchen?`,
    (kind, most) => `I'm looking for ${kind} for my parents, my budget is ${most} yuan`,
    (kind, most) => `Which ${kind} would suit a student, no more than ${most} yuan?`,
  ],
};
const COMPLAINTS: Record<Language, string[]> = {
  zh: ['用了两天就坏，你们卖的什么东西，太失望了', '我要投诉，等了一个星期没人管', '这质量也太差了吧，气死我了'],
  en: [
    'It broke after two days, what rubbish do you sell',
    'I want to file a complaint, nobody answered me for a week',
    'The quality is terrible and I am furious',
  ],
};
const ANYTHING: Record<Language, string> = {
  zh: '有什么适合我的，推荐几样',
  en: 'What else would you recommend for me?',
};

const lowest = ({ price, variants }: Product): number => Math.min(price, ...variants.map((one) => one.price ?? price));
const inStock = ({ stock, variants }: Product): boolean =>
  variants.length > 0 ? variants.some((one) => (one.stock ?? 1) > 0) : (stock ?? 1) > 0;

/** Every kind of which a product is in stock below a price, for both languages; complaints; and who sent something back. */
export function needsCases({ products, orders }: ShopFiles, excluded: ReadonlySet<string>): NeedsCase[] {
  const customers = [...new Set(orders.map(({ customerId }) => customerId))];
  const soldOut = products.filter((one) => !inStock(one)).map(({ id }) => id);
  const never = new Set([...excluded, ...soldOut]);
  const bought = new Map(
    [...Map.groupBy(orders, ({ customerId }) => customerId)].map(([id, all]) => [id, itemsOf(all)]),
  );
  const kinds = [...Map.groupBy(products, ({ category }) => JSON.stringify(category)).values()];
  const cases: NeedsCase[] = kinds.flatMap((kind, place) => {
    const [first] = kind;
    const may = kind.filter(({ id }) => !never.has(id));
    if (!first || may.length === 0) return [];
    const most = Math.ceil(Math.min(...may.map(lowest)) / STEP) * STEP;
    const fitting = new Set(may.filter((one) => lowest(one) <= most).map(({ id }) => id));
    // Somebody who has none of these, so that having it already is no reason to leave it out.
    const customer = customers.find((id) => ![...fitting].some((one) => bought.get(id)?.has(one))) ?? '';
    return (['zh', 'en'] as const).map((language): NeedsCase => {
      const wish = WISHES[language][place % WISHES[language].length];
      const name = textOf(first.category, language);
      return {
        ...{ group: kind.some(({ id }) => excluded.has(id)) ? 'exclusions' : 'needs', language, customer },
        id: `${textOf(first.category, 'en')} ${language}`,
        text: wish?.(language === 'en' ? name.toLowerCase() : name, most) ?? '',
        ...{ oneOf: fitting, maxPrice: most, never, nothing: false },
      };
    });
  });
  const back = [
    ...Map.groupBy(
      orders.filter(({ status }) => status === 'returned'),
      ({ customerId }) => customerId,
    ),
  ];
  return [
    ...cases,
    ...back.flatMap(([customer, some]) =>
      (['zh', 'en'] as const).map(
        (language): NeedsCase => ({
          ...{
            id: `sent back ${customer} ${language}`,
            group: 'sent back',
            text: ANYTHING[language],
            language,
            customer,
          },
          ...{ oneOf: new Set(), maxPrice: undefined, never: new Set([...never, ...itemsOf(some)]), nothing: false },
        }),
      ),
    ),
    ...(['zh', 'en'] as const).flatMap((language) =>
      COMPLAINTS[language].map(
        (text, index): NeedsCase => ({
          ...{
            id: `complaint ${index + 1} ${language}`,
            group: 'complaints',
            text,
            language,
            customer: customers[index] ?? '',
          },
          ...{ oneOf: new Set(), maxPrice: undefined, never, nothing: true },
        }),
      ),
    ),
  ];
}

const itemsOf = (orders: ShopFiles['orders']): Set<string> =>
  new Set(orders.flatMap(({ items }) => items.flatMap(({ productId }) => productId ?? [])));

/** What is wrong with what was shown; undefined: nothing. */
export function needsFault({ cards }: Pick<Reply, 'cards'>, one: NeedsCase): string | undefined {
  const shown = cards.flatMap((card) => (card.type === 'products' ? card.products : []));
  if (one.nothing)
    return shown.length > 0 ? `products in answer to a complaint: ${shown.map(({ id }) => id).join()}` : undefined;
  const wrong = shown.find(({ id }) => one.never.has(id));
  if (wrong) return `${wrong.id} is sold out, kept out by the shop or was sent back`;
  const dear = shown.find(({ price }) => one.maxPrice !== undefined && price > one.maxPrice);
  if (dear) return `${dear.id} costs ${dear.price}`;
  if (one.oneOf.size > 0 && !shown.some(({ id }) => one.oneOf.has(id)))
    return `none of ${[...one.oneOf].join()}, but ${shown.map(({ id }) => id).join() || 'nothing'}`;
  return undefined;
}
