import { attributeLabel } from '../../knowledge/sources/attribute-label.ts';
import type { QueryUnit } from '../../knowledge/text/analyzer.ts';
import { tradeWords } from '../../knowledge/text/trade-words.ts';
import type { Language } from '../../stores/schema.ts';

/** A property's name and unit in a language, from its key. */
export function labelOf(key: string, language: Language): { label: string; unit: string } {
  return attributeLabel(key, language, tradeWords().lexicon);
}

/** Everything a text may be found by: words, pairs of Han, concepts of both languages. */
export const termsOf = (text: string): ReadonlySet<string> => new Set(tradeWords().analyzer.terms(text));

/** The words of a text that stand in the products' names. */
export const namingUnits = (text: string, productNames: readonly string[]): QueryUnit[] =>
  tradeWords()
    .analyzer.units(text)
    .filter(isOf(termsOf(productNames.join(' '))));

/** What a question asks about, without the words that name the product. */
export function askedUnits(question: string, productNames: readonly string[]): QueryUnit[] {
  const names = isOf(termsOf(productNames.join(' ')));
  return tradeWords()
    .analyzer.units(question)
    .filter((unit) => !names(unit));
}

const isOf =
  (names: ReadonlySet<string>) =>
  ({ terms }: QueryUnit): boolean =>
    terms.length > 0 && terms.every((term) => names.has(term));

/** Whether a unit of a question is met by the terms of a text, by its words or by its concept. */
export const isMet = (unit: QueryUnit, terms: ReadonlySet<string>): boolean =>
  unit.concepts.some((concept) => terms.has(concept)) ||
  (unit.terms.length > 0 && unit.terms.every((term) => terms.has(term)));

/** "Suitable" stands in many a property's name and asks for none. */
const FITS = '#适合';
const isFitting = ({ concepts }: QueryUnit): boolean =>
  concepts.length > 0 && concepts.every((concept) => concept === FITS);

const isSingle = ({ text }: QueryUnit): boolean => /^\p{Script=Han}$/u.test(text);

/** Beside a word of several, a single character is what is done with it: 加 of "can I add oil" is no 加湿量. */
function naming(units: readonly QueryUnit[]): QueryUnit[] {
  const fit = units.filter((unit) => unit.terms.length > 0 && !isFitting(unit));
  return fit.every(isSingle) ? fit : fit.filter((unit) => !isSingle(unit));
}

/** Whether a property is asked for, by its key: the units of a question name it in either language. */
export function askedProperty(units: readonly QueryUnit[]): (key: string) => boolean {
  const names = naming(units);
  const known = new Map<string, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const labels = termsOf(`${labelOf(key, 'zh').label} ${labelOf(key, 'en').label} ${key.replaceAll('_', ' ')}`);
    const asked = names.some((unit) => isMet(unit, labels));
    known.set(key, asked);
    return asked;
  };
}
