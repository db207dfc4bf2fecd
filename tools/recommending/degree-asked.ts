import { tradeWords } from '../../knowledge/text/trade-words.ts';
import type { Product } from '../../stores/products.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { askedUnits, isMet, labelOf, termsOf } from '../products/product-words.ts';
import { isDenied } from './is-denied.ts';
import { type OrdinalScale, ordinalScale } from './ordinal-scale.ts';

/** How much of a property told in words (low, medium, high) is wished for. */
export interface DegreeAsked {
  key: string;
  scale: OrdinalScale;
  /** More of it is wished for, or less. */
  most: boolean;
  /** The end of the scale is asked for ("the least sweet"), not only to stay off the other ("not too sweet"). */
  utmost: boolean;
}

/** Where an adjective stands, and whether it says more or less of its property. */
interface Spot {
  before: string;
  after: string;
  says: 'more' | 'less';
  superlative: boolean;
}

const LESS_BEFORE = /\b(?:least|less) (?:[a-z]+ )?$/;
/** "Not too sweet": anything but the sweetest. */
const NOT_TOO = /[太很]$|那么$|这么$|特别$|\b(?:too|very|so|that|really) ?$/;
const LOW_BEFORE = /\b(?:low|lower|lowest|little|weak|weakest)(?: in| on| of)? ?$/;
const LOW_AFTER = /^[度性感味]?(?:最|更|比较|偏|很|要)?[低弱少小]/;
const UTMOST_BEFORE =
  /(?:最|更|比较|相对)不?$|\b(?:most|least|more|less|highest|lowest|strongest|weakest) (?:[a-z]+ )?$/;
const UTMOST_AFTER = /^[度性感味]?最|^[度性感味]?(?:更|一点|一些|些)/;
/** 哪张床垫硬: the one that is. */
const WHICH = /哪/;
const ASKS_WHICH =
  /哪|有什么|有没有|有.{0,10}[吗么]|的$|\b(?:which|what|any|anything|something|do you have|have you got)\b/;

/** The property in words that a question asks the most, the least, or not too much of; undefined: none of these goods has it. */
export function degreeAsked(
  question: string,
  products: readonly Product[],
  kindNames: readonly string[],
): DegreeAsked | undefined {
  const text = normaliseText(question).replace(/[?？。.!！]+$/u, '');
  for (const key of new Set(products.flatMap(({ attributes }) => Object.keys(attributes)))) {
    const values = products.map(({ attributes }) => attributes[key]).filter((value) => value !== undefined);
    const scale = ordinalScale(values);
    const spot = scale && (namedEnd(text, scale) ?? namedProperty(text, key, kindNames));
    if (!spot) continue;
    const negated = isDenied(spot.before, spot.after) || LESS_BEFORE.test(spot.before);
    const low = LOW_BEFORE.test(spot.before) || LOW_AFTER.test(spot.after);
    const utmost = spot.superlative || UTMOST_BEFORE.test(spot.before) || UTMOST_AFTER.test(spot.after);
    if (!utmost && !negated && !low && !ASKS_WHICH.test(text)) continue;
    const most = (spot.says === 'more') !== (negated || low);
    return { key, scale, most, utmost: utmost || !NOT_TOO.test(spot.before) };
  }
  return undefined;
}

/** The goods of a degree, those that have most of what is wished first. */
export function ofDegree(products: readonly Product[], { key, scale, most, utmost }: DegreeAsked): Product[] {
  const steps = products.flatMap((product) => {
    const step = scale.stepOf(product.attributes[key]);
    return step === undefined ? [] : [{ product, step: most ? -step : step }];
  });
  const [best, worst] = [Math.min(...steps.map(({ step }) => step)), Math.max(...steps.map(({ step }) => step))];
  return steps
    .filter(({ step }) => (utmost ? step === best : step < worst))
    .sort((a, b) => a.step - b.step)
    .map(({ product }) => product);
}

/** "Softest", 不要太硬: an end of the scale by its own name, in a comparison or a wish. */
function namedEnd(text: string, { less, more }: OrdinalScale): Spot | undefined {
  for (const [words, says] of [
    [less, 'less'],
    [more, 'more'],
  ] as const) {
    for (const word of words) {
      const spot = /^[a-z ]+$/.test(word) ? latinSpot(text, word) : hanSpot(text, word);
      if (spot) return { ...spot, says };
    }
  }
  return undefined;
}

function latinSpot(text: string, word: string): Omit<Spot, 'says'> | undefined {
  const stem = word.replace(/y$/, 'i').replace(/e$/, '');
  const match = new RegExp(`\\b(?:${word}|(${stem}(?:er|est)))\\b`).exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index);
  const superlative = match[1] !== undefined;
  return superlative || isDenied(before, '') || UTMOST_BEFORE.test(before)
    ? { before, after: text.slice(match.index + match[0].length), superlative }
    : undefined;
}

function hanSpot(text: string, word: string): Omit<Spot, 'says'> | undefined {
  const at = text.indexOf(word);
  if (at < 0) return undefined;
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  const said =
    isDenied(before, '') ||
    UTMOST_BEFORE.test(before) ||
    /^(?:一点|一些|些|的)/.test(after) ||
    (WHICH.test(before) && after === '');
  return said ? { before, after, superlative: false } : undefined;
}

/** "Sweet" of sweetness, 酸 of 酸度: the property itself is named. */
function namedProperty(text: string, key: string, kindNames: readonly string[]): Spot | undefined {
  const { label } = labelOf(key, 'zh');
  const labels = termsOf(`${label} ${labelOf(key, 'en').label} ${key.replaceAll('_', ' ')}`);
  for (const unit of unitsOf(text, kindNames)) {
    const oneHan = /^\p{Script=Han}$/u.test(unit.text) && new RegExp(`^${unit.text}[度性感味]$`, 'u').test(label);
    const at = text.indexOf(unit.text);
    if (at >= 0 && (oneHan || isMet(unit, labels)))
      return {
        before: text.slice(0, at),
        after: text.slice(at + unit.text.length),
        says: 'more',
        superlative: unit.superlative,
      };
  }
  return undefined;
}

/** What is asked for, with "sweetest" and "sweeter" as what they compare. */
function unitsOf(text: string, kindNames: readonly string[]) {
  const plain = askedUnits(text, kindNames).map((unit) => ({ ...unit, superlative: false }));
  const compared = [...text.matchAll(/\b([a-z]{3,})(?:er|est)\b/g)].flatMap(([, adjective = '']) =>
    tradeWords()
      .analyzer.units(adjective.replace(/i$/, 'y'))
      .map((unit) => ({ ...unit, text: adjective, superlative: true })),
  );
  return [...plain, ...compared];
}
