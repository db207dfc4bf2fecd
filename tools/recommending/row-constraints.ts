import { tradeWords } from '../../knowledge/text/trade-words.ts';
import { textOf } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { flagOf } from '../products/flag-value.ts';
import { askedProperty, askedUnits, isMet, labelOf, termsOf } from '../products/product-words.ts';
import { isDenied } from './is-denied.ts';
import { keepsLimit, limitAsked } from './limit-asked.ts';

/** What must not be in it, as words of the question: "without nuts or egg", "nut-free", 不含牛奶, 不要充气的. */
const WITHOUT: readonly RegExp[] = [
  /\b(?:without|free (?:of|from)|(?:do(?:es)?n't|do(?:es)? not|not|never) (?:contain|have|include|want|need|use|like)|not|no|except)\s+(?:any |a |an )?(?:(?:meant |made |good |safe |suitable )?(?:for|in) )?([a-z]+(?: (?:and|or) (?:without |no )?[a-z]+)*)/g,
  /\b([a-z]+)[- ]free\b/g,
  /\b(?:allergic|intolerant|allergy) to ([a-z]+(?: (?:and|or) [a-z]+)*)/g,
  /\b([a-z]+)[- ](?:allerg(?:y|ies|ic)|intolerance|intolerant)\b/g,
  /(?:对|我|孩子|宝宝|有)?([\p{Script=Han}]{1,4}?)(?:过敏|不耐受|不耐)/gu,
  /(?:不要|不含|不带|不想要|没有?(?=[\p{Script=Han}]{1,4}的)|无|不用|别(?:要|带)|不适合)([\p{Script=Han}a-z]{1,6}?)(?=的|吗|款|[，。？?,]|$)/gu,
];
const NOT_WITHOUT = /有没有|有無|没有吗/g;
/** Properties that list what a thing is made of. */
const CONTENTS = /allerg|ingredient|contain|composition|material|strings|fill|过敏|配料|成分|材质/i;
/** A key that says of a thing that there is none of it. */
export const SAYS_FREE = /_free$|^no_|^non_|^without_|^不含|^无/i;
/** Of them, those that list what is eaten. */
const OF_FOOD = /allerg|ingredient|contain|composition|过敏|配料|成分/i;
/** What a group of foods is made of in the words that a label has. */
const GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:tree )?nuts?$|坚果/,
    /nut\b|nuts\b|almond|walnut|cashew|pistachio|pecan|macadamia|坚果|杏仁|核桃|榛|腰果|开心果/i,
  ],
  [/^dairy$|^lactose$|^milk$|乳|奶/, /milk|butter|cheese|cream|dairy|lactose|奶|乳/i],
  [/^gluten$|麸质/, /gluten|wheat|rye|barley|spelt|麸质|小麦|黑麦|大麦/i],
  [/^soy$|^soya$|大豆/, /soy|大豆/i],
  [/^eggs?$|蛋/, /\beggs?\b|蛋/i],
];

/** What must not be in it, as words of the question. */
export function unwantedIn(question: string): string[] {
  const normalised = normaliseText(question).replace(NOT_WITHOUT, ' ');
  return [...new Set(WITHOUT.flatMap((pattern) => [...normalised.matchAll(pattern)].flatMap(wordsOf)))];
}

export interface RowConstraints {
  /** What a row says to all that is asked: the deciding properties, or undefined where it fails or does not say. */
  met(product: Product): string[] | undefined;
  /** Whether a row says anything of it. */
  tells(product: Product): boolean;
}

/** What a question asks of the rows of these products, by yes-or-no properties, by limits of their measures and by what they are made of; undefined: nothing that any of them tells. */
export function rowConstraints(
  question: string,
  products: readonly Product[],
  kindNames: readonly string[],
): RowConstraints | undefined {
  const normalised = normaliseText(question).replace(NOT_WITHOUT, ' ');
  const unwanted = unwantedIn(question);
  const rest = WITHOUT.reduce((text, pattern) => text.replace(pattern, ' '), normalised);
  const units = askedUnits(rest, kindNames).filter((unit) => unit.terms.length > 0);
  const isWanted = askedProperty(units);
  const told = (check: (product: Product) => string | false | undefined) =>
    products.some((product) => check(product) !== undefined) ? [check] : [];
  const flags = new Set(
    products.flatMap(({ attributes }) =>
      Object.keys(attributes).filter((key) => flagOf(attributes[key]) !== undefined),
    ),
  );
  const limit = limitAsked(question);
  const checks = [
    ...(limit ? told((product) => keepsLimit(product, limit)) : []),
    ...unwanted
      .filter((word) => isContent(products, word))
      .flatMap((word) => told((product) => lacks(product, word, isMeasured(products, word)))),
    ...[...flags]
      .filter((key) => isWanted(key))
      .flatMap((key) => {
        const wanted = !isDeniedIn(rest, units, key);
        return told(({ attributes }) => {
          const flag = flagOf(attributes[key]);
          return flag === undefined ? undefined : flag === wanted ? key : false;
        });
      }),
  ];
  if (checks.length === 0) return undefined;
  return {
    tells: (product) => checks.some((check) => check(product) !== undefined),
    met(product) {
      const keys = checks.map((check) => check(product));
      return keys.every((key) => typeof key === 'string') ? [...new Set(keys as string[])] : undefined;
    },
  };
}

/** Whether the question denies what it says of a property: 孕妇不能用的, "that don't suit varifocals". */
function isDeniedIn(text: string, units: ReturnType<typeof askedUnits>, key: string): boolean {
  const unit = units.find((one) => askedProperty([one])(key));
  const at = unit ? text.indexOf(unit.text) : -1;
  return unit !== undefined && at >= 0 && isDenied(text.slice(0, at), text.slice(at + unit.text.length));
}

/** Whether any of the goods has it, or says of itself that it has not: all others lack whatever a sentence names. */
const isContent = (products: readonly Product[], word: string): boolean => {
  if (GROUPS.some(([name]) => name.test(word))) return true;
  const isAsked = askedProperty(tradeWords().analyzer.units(word));
  return products.some(
    (product) =>
      lacks(product, word) === false ||
      Object.entries(product.attributes).some(([key, value]) => flagOf(value) !== undefined && isAsked(key)),
  );
};

/** Whether some of the goods tell how much of it they hold. */
function isMeasured(products: readonly Product[], word: string): boolean {
  const isAsked = askedProperty(tradeWords().analyzer.units(word));
  return products.some(({ attributes }) =>
    Object.entries(attributes).some(([key, value]) => typeof value === 'number' && isAsked(key)),
  );
}

const wordsOf = ([, words = '']: RegExpMatchArray): string[] =>
  words
    .split(/ (?:and|or) |和|跟|或/)
    .map((word) => word.replace(/^(?:without|no) /, '').trim())
    .filter((word) => word.length > 0);

/** The property by which a row says that it has none of something; false: it has; undefined: it does not say. */
function lacks({ attributes }: Product, word: string, measured = false): string | false | undefined {
  const units = tradeWords().analyzer.units(word);
  // A single Han character (奶) is no term of a text: it stands in a property's name or it doesn't.
  const isAsked = /^\p{Script=Han}$/u.test(word)
    ? (key: string) => labelOf(key, 'zh').label.includes(word)
    : askedProperty(units);
  if (units.length === 0 && termsOf(word).size === 0 && !/^\p{Script=Han}$/u.test(word)) return undefined;
  const group = GROUPS.find(([name]) => name.test(word))?.[1];
  const verdicts = Object.entries(attributes).flatMap(([key, value]): (string | false)[] => {
    const flag = flagOf(value);
    if (flag !== undefined) return isAsked(key) ? [flag === SAYS_FREE.test(key) ? key : false] : [];
    // "Without caffeine" of goods that have 0 mg of it.
    if (typeof value === 'number' && isAsked(key)) return [value === 0 ? key : false];
    // What a mat is made of says nothing of sugar, which others hold some grams of.
    if (!(group || measured ? OF_FOOD : CONTENTS).test(key)) return [];
    const text = `${textOf(value, 'zh')} ${textOf(value, 'en')}`;
    const has = group ? group.test(text) : units.some((unit) => isMet(unit, termsOf(text)));
    return [has ? false : key];
  });
  return verdicts.includes(false) ? false : verdicts[0];
}
