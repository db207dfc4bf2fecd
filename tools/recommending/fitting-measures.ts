import { UNITS, type Unit } from '../../knowledge/text/units.ts';
import { allTexts, textOf } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { parseNumber, NUMBER as SPELLED } from '../../understanding/slots/numbers.ts';

interface Measure {
  family: string;
  /** In the smallest unit of the family. */
  amount: number;
}

/** Of the units of goods, those in which people tell what must fit. */
const TOLD: ReadonlySet<string> = new Set(['cm', 'mm', 'kg', '斤', 'lb', 'l']);
const READ: readonly Omit<Unit, 'symbol'>[] = [
  ...UNITS.filter(({ symbol }) => TOLD.has(symbol)),
  { words: 'pounds?', family: 'weight', factor: 453.6 },
  // Of screens and wheels: nobody's height in centimetres is set against them.
  { words: 'inch(?:es)?|英寸|寸', family: 'inch', factor: 1 },
  { words: 'm²|m2|sqm|square met(?:er|re)s?|平方米|平米|平方|平', family: 'area', factor: 1 },
  { words: 'years?(?:[- ]old)?|岁', family: 'age', factor: 1 },
  { words: 'people|persons?|players?|个人|口人|人|位玩家', family: 'people', factor: 1 },
];
const NUMBER = '(\\d+(?:\\.\\d+)?)';
const END = '(?![a-z])';
const readers = READ.map(({ words, family, factor }) => ({
  family,
  factor,
  one: new RegExp(`(?<![\\w.\\-–~])(${SPELLED})[ -]?(?:${words})${END}`, 'g'),
  range: new RegExp(`${NUMBER} ?(?:${words})? ?(?:-|–|—|~|至|到|to) ?${NUMBER} ?(?:${words})${END}`, 'g'),
}));
/** A property that is counted in years though its value ("1-3") does not say so. */
const IN_YEARS = /^ages?$|\bage\b|_age|age_|年龄|岁/i;
/** "Can be played by 2", "for three of us". */
const COUNTS_PLAYERS = new RegExp(`\\b(?:played? (?:by|with)|for) (${SPELLED})(?: of us)?(?=$|[?.,!])`);
/** A property that counts people though its value ("2-4") does not say so. */
const OF_PEOPLE = /^(?:players|persons|people|seats|sleeps|serves)$|人数/i;
const HEIGHT = /身高(?:大概|大约|是|在)*(\d{2,3})(?![\d.]|斤|公斤)/;

/** The measures that a message tells. */
export function measuresIn(normalised: string): Measure[] {
  const height = HEIGHT.exec(normalised)?.[1];
  const told = readers.flatMap(({ family, factor, one }) =>
    [...normalised.matchAll(one)].flatMap(([, number = '']) => {
      const value = parseNumber(number);
      return value === undefined ? [] : [{ family, amount: value * factor }];
    }),
  );
  const players = COUNTS_PLAYERS.exec(normalised)?.[1];
  const count = players === undefined ? undefined : parseNumber(players);
  if (count !== undefined) told.push({ family: 'people', amount: count });
  return height ? [...told, { family: 'length', amount: Number(height) * 10 }] : told;
}

/** What holds six is for four to six of them; fewer are lost in it. */
const WELL_FILLED = 0.6;
const HOLDS = /^\s*(\d+)[ -]?(?:people|persons?|人)\s*$/i;
const asCapacity = (text: string): string =>
  text.replace(HOLDS, (_, most: string) => `${Math.ceil(Number(most) * WELL_FILLED)}-${most} people`);

/** "6+" of years is from 6 on; "2" of players, which counts exactly, from 2 to 2. */
function asRange(text: string, exact: boolean): string {
  const [, number, on] = /^\s*(\d+)\s*(\+|岁?以上|and up)?\s*$/i.exec(text) ?? [];
  return number && (on || exact) ? `${number}-${on ? 999 : number}` : text;
}

/** Whether a text tells a measure that a product's range may hold. */
export const tellsAnyMeasure = (text: string): boolean => measuresIn(normaliseText(text)).length > 0;

/** The properties of a product whose range holds what a text tells; undefined: none of it states one, or one does not hold. */
export function measuredBy(product: Product, text: string): string[] | undefined {
  const told = measuresIn(normaliseText(text));
  if (told.length === 0 || holds(product, told) !== true) return undefined;
  return Object.keys(product.attributes).filter((key) =>
    holds({ ...product, name: '', description: '', attributes: { [key]: product.attributes[key] } }, told),
  );
}

/** Whether each range that a product states in a told unit holds what was told; undefined: it states none. */
function holds(product: Product, told: readonly Measure[]): boolean | undefined {
  const texts = [product.name, product.description].flatMap((text) => allTexts(text));
  const values = Object.entries(product.attributes).flatMap(([key, value]) =>
    [textOf(value, 'zh'), textOf(value, 'en')].map((text) =>
      IN_YEARS.test(key)
        ? `${asRange(text, false)} years`
        : OF_PEOPLE.test(key)
          ? `${asRange(text, true)} people`
          : asCapacity(text),
    ),
  );
  const stated = normaliseText([...texts, ...values].join(' ; '));
  const verdicts = readers.flatMap(({ family, factor, range }) =>
    [...stated.matchAll(range)].flatMap(([, from, to]) =>
      told
        .filter((measure) => measure.family === family)
        .map(({ amount }) => Number(from) * factor <= amount && amount <= Number(to) * factor),
    ),
  );
  return verdicts.length === 0 ? undefined : verdicts.some(Boolean);
}

/** Whether a product's stated range holds what a text tells ("for a two year old", 30 平米); undefined: one of both says nothing. */
export function fitsMeasures(text: string): (product: Product) => boolean | undefined {
  const told = measuresIn(normaliseText(text));
  return (product) => (told.length === 0 ? undefined : holds(product, told));
}

/** Of several products those whose stated range ("100–120 cm", "35–60 m²") holds what the message tells; all when none tells. */
export function fittingMeasures(products: Product[], text: string): Product[] {
  const fits = fitsMeasures(text);
  const fitting = products.filter((product) => fits(product) === true);
  return fitting.length > 0 ? fitting : products.filter((product) => fits(product) !== false);
}
