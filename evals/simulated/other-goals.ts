import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { SimGoal } from './sim-goal.ts';

export type ShopProduct = ShopFiles['products'][number];

/** What a customer may ask of a product, answered by a number of its attributes. */
const QUESTIONS: Record<string, Record<Language, [ask: string, terse: string]> | undefined> = {
  battery_h: {
    zh: ['的续航有多少小时', '续航'],
    en: ['How many hours does the battery of the % last?', '% battery life'],
  },
  weight_kg: { zh: ['有多重', '重量'], en: ['How heavy is the %?', '% weight'] },
  power_w: { zh: ['的功率是多少', '功率'], en: ['What is the power of the % in watts?', '% power'] },
  capacity_l: { zh: ['的容量是多少升', '容量'], en: ['What is the capacity of the % in litres?', '% capacity'] },
};

/** The first question of {@link QUESTIONS} that the product's data answer; undefined: none. */
export function productGoal(product: ShopProduct, customer: string, language: Language): SimGoal | undefined {
  const attributes: Record<string, unknown> = product.attributes;
  const [key, words] = Object.entries(QUESTIONS).find(([one]) => typeof attributes[one] === 'number') ?? [];
  if (key === undefined || words === undefined) return undefined;
  const value = String(attributes[key]);
  const name = textOf(product.name, language);
  const [ask, terse] = words[language];
  const zh = language === 'zh';
  return {
    ...{ kind: 'product question', language, customer, details: { item: name } },
    asks: zh
      ? [`${name}${ask}`, `请问${name}${ask}？`]
      : [ask.replace('%', name), `Quick question: ${ask.replace('%', name)}`],
    terse: zh ? `${name}${terse}` : terse.replace('%', name),
    vague: zh ? '想问个商品的问题' : 'I have a question about a product',
    reached: ({ text }) => new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?![\\d.]*\\d)`).test(text),
    brief: zh ? `你想知道${name}${ask}。` : `You want to know: ${ask.replace('%', name)}`,
  };
}

/** Something of a kind below a price; every product shown must be of the price, and one of the kind. */
export function recommendationGoal(
  category: ShopProduct['category'],
  products: readonly ShopProduct[],
  customer: string,
  language: Language,
): SimGoal {
  const kind = products.filter((one) => JSON.stringify(one.category) === JSON.stringify(category));
  const cap = Math.ceil(Math.max(...kind.map(({ price }) => price)) / 100) * 100;
  const name = textOf(category, language).toLowerCase();
  const zh = language === 'zh';
  const ids = new Set(kind.map(({ id }) => id));
  return {
    ...{ kind: 'recommendation', language, customer, details: {} },
    asks: zh
      ? [`推荐一款${cap}元以内的${name}`, `想买${name}，预算${cap}块，有什么推荐`, `${cap}以内的${name}哪个好`]
      : [
          `Can you recommend ${name} under ¥${cap}?`,
          `I am looking for ${name}, my budget is ${cap} yuan.`,
          `Which ${name} up to ${cap} yuan would you suggest?`,
        ],
    terse: zh ? `推荐${name} ${cap}以内` : `recommend ${name} under ${cap} yuan`,
    vague: zh ? '想买点东西，不知道买什么好' : 'I want to buy something, not sure what',
    reached({ cards }) {
      const shown = cards.flatMap((card) => (card.type === 'products' ? card.products : []));
      return shown.some(({ id }) => ids.has(id)) && shown.every(({ price }) => price <= cap);
    },
    brief: zh
      ? `你想买${name}，预算${cap}元以内，请店家推荐。`
      : `You want a recommendation for ${name} below ${cap} yuan.`,
  };
}

export function humanGoal(customer: string, language: Language): SimGoal {
  const zh = language === 'zh';
  return {
    ...{ kind: 'human', language, customer, details: {} },
    asks: zh
      ? ['我要转人工客服', '帮我找个真人客服', '不想跟机器人说，转人工']
      : [
          'I want to talk to a human agent.',
          'Please connect me to a real person.',
          'Let me speak to somebody from your team.',
        ],
    terse: zh ? '转人工' : 'human agent',
    vague: zh ? '你们有人在吗' : 'Is anybody there?',
    reached: ({ status }) => status === 'waiting' || status === 'human',
    brief: zh ? '你想和真人客服说话。' : 'You want to talk to a human agent.',
  };
}
