import { isCommonWord } from '../../knowledge/text/common-words.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { anyOf } from '../../text/any-of.ts';
import { attributeText } from '../../tools/products/attribute-text.ts';
import { flagOf } from '../../tools/products/flag-value.ts';
import { askedProperty, askedUnits, isMet, labelOf, termsOf } from '../../tools/products/product-words.ts';
import { sentencesOf } from '../../tools/recommending/told-by-row.ts';
import { ASKED_PROPERTIES } from './asked-properties.ts';
import { codesIn } from './catalogue/codes-in.ts';

/** Properties that are for the shop's own use. */
const HIDDEN = new Set(['complements', 'consumable', 'recommend']);
/** A number is asked for. */
const HOW_MUCH = anyOf(
  /多[重大高长宽厚深久少]|几|[更最][轻重大小]/i,
  /\bhow (?:much|many|heavy|big|long|tall|wide|thick|deep|large|high)\b/i,
  /\b(?:lighter|lightest|heavier|heaviest|weigh(?:s|t)?)\b/i,
);

/** A number and nothing else is. */
const HOW_MANY = /[几多少][个颗根层格档片块只条股圈度]|\bhow many\b/iu;

export interface ProductFact {
  label: string;
  value: string;
}

/** One property of a product in words. */
export const factOf = (product: Product, key: string, language: Language): ProductFact => ({
  label: labelOf(key, language).label,
  value: attributeText(key, product.attributes[key], language),
});

/** The properties of a product that a question asks for, by their names in either language. */
export function askedFacts(product: Product, question: string, language: Language): ProductFact[] {
  const units = askedUnits(question, allTexts(product.name));
  const namesAny = (asked: (key: string) => boolean) => Object.keys(product.attributes).some(asked);
  const byWhole = askedProperty(units);
  // "Prescription lenses" asks for "can take prescription" where no property is called by all of it.
  const isNamed = namesAny(byWhole) ? byWhole : askedProperty(units.flatMap(({ parts }) => parts));
  const names = allTexts(product.name).join(' ').toLowerCase();
  const codes = codesIn(question.toLowerCase()).filter((code) => !names.includes(code));
  const facts = Object.entries(product.attributes).flatMap(([key, value]) => {
    if (HIDDEN.has(key) || value === null) return [];
    const asked =
      isNamed(key) ||
      ASKED_PROPERTIES.some(
        ({ asks, keys }) => asks.test(question) && (keys.test(key) || keys.test(labelOf(key, 'zh').label)),
      ) ||
      holdsCodes(value, codes);
    const fact = asked ? factOf(product, key, language) : undefined;
    return fact?.value ? [{ ...fact, isFlag: flagOf(value) !== undefined }] : [];
  });
  // "How many springs are in it" is not told by what springs they are.
  if (HOW_MANY.test(question) && !facts.some(({ value, isFlag }) => /\d/.test(value) && !isFlag)) return [];
  // "How heavy" wants a number: that the keys are weighted is no answer to it.
  const measured = HOW_MUCH.test(question) && facts.some(({ isFlag }) => !isFlag);
  return facts.filter(({ isFlag }) => !(measured && isFlag)).map(({ label, value: said }) => ({ label, value: said }));
}

/** The properties asked for, where a number is wanted and one of them is a number; none otherwise. */
export function measuresAsked(product: Product, question: string, language: Language): ProductFact[] {
  const facts = HOW_MUCH.test(question) ? askedFacts(product, question, language) : [];
  return facts.some(({ value }) => /\d/.test(value)) ? facts : [];
}

/** "Does it shoot 4K": the property whose value says so. */
function holdsCodes(value: unknown, codes: readonly string[]): boolean {
  const words = new Set(
    JSON.stringify(value)
      .toLowerCase()
      .match(/[a-z0-9]+/g),
  );
  return codes.length > 0 && codes.every((code) => words.has(code));
}

const HOLDS = anyOf(
  /(?:带不带|带|送|附|含|包含|包括|配)(?:不带|不含|没有)?/i,
  /\b(?:come|comes|supplied|sold|ship|ships) with\b|\binclud|\bin the box\b/i,
);
const TELLS_HELD =
  /不含|不带|不包含|附(?:带|赠|送)|含|包含|\b(?:not )?includ|\b(?:comes?|supplied|sold) (?:with|without)\b/i;

/** Whether it is asked what lies in the box. */
export const asksWhatIsHeld = (question: string): boolean => HOLDS.test(question);

/** "Does it come with film?": the sentences that say whether what is asked for lies in the box. */
export function whatIsHeld(product: Product, question: string, language: Language): string[] {
  if (!asksWhatIsHeld(question)) return [];
  const said = askedSentences(product, question, language).filter((text) => TELLS_HELD.test(text));
  if (said.length > 0) return said;
  const units = askedUnits(question, allTexts(product.name));
  const [colon, end] = language === 'zh' ? ['：', '。'] : [': ', '.'];
  return Object.keys(product.attributes)
    .filter((key) => !HIDDEN.has(key))
    .map((key) => factOf(product, key, language))
    .filter(({ value }) => TELLS_HELD.test(value) && units.some((unit) => isIn(unit, value)))
    .map(({ label, value }) => `${label}${colon}${value}${end}`);
}

const isIn = (unit: ReturnType<typeof askedUnits>[number], text: string): boolean =>
  isMet(unit, termsOf(text)) || (/^\p{Script=Han}$/u.test(unit.text) && text.includes(unit.text));

/** The sentence of a product's description that speaks of all that is asked of it; the row needs no manual then. */
export function fullySaid(product: Product, question: string, language: Language): string | undefined {
  const names = allTexts(product.name);
  const asked = askedUnits(question, names).filter(
    // 消毒锅 may be read as 消毒 and 锅: both are of its name.
    ({ terms, text }) => terms.length > 0 && !(text.length === 1 && names.some((name) => name.includes(text))),
  );
  if (asked.every(({ text }) => text.length === 1) || asked.some((unit) => unit.kind !== 'word')) return undefined;
  return sentencesOf(product, language).find((sentence) => {
    const terms = termsOf(sentence);
    // A single Han character is no term of a text: it stands in one or it doesn't.
    return asked.every((unit) => isMet(unit, terms) || (unit.text.length === 1 && sentence.includes(unit.text)));
  });
}

/**
 * Sentences of a product's description that speak of at least half of what is asked; for a named product where no
 * document tells. That a blurb says "skin" answers no question about pedals and skin.
 */
export function askedSentences(product: Product, question: string, language: Language): string[] {
  const asked = askedUnits(question, allTexts(product.name)).filter(
    ({ kind, text, terms }) => kind !== 'number' && terms.length > 0 && !isCommonWord(text),
  );
  return sentencesOf(product, language).filter((sentence) => {
    const terms = termsOf(sentence);
    // "Dishwasher safe" is told by what goes in the dishwasher.
    const met = asked.filter((unit) => [unit, ...unit.parts].some((one) => one.terms.length > 0 && isMet(one, terms)));
    return met.length > 0 && met.length * 2 >= asked.length;
  });
}
