import { localText } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { attributeText } from '../products/attribute-text.ts';
import { flagOf } from '../products/flag-value.ts';
import { productDescription } from '../products/product-description.ts';
import { askedUnits, isMet, labelOf, termsOf } from '../products/product-words.ts';
import { isDenied } from './is-denied.ts';
import { unwantedIn } from './row-constraints.ts';

type Unit = ReturnType<typeof askedUnits>[number];

/** In one clause in front of a word: there is none of it, or it may not be. */
const NEGATES =
  /[不没無无别勿非免]|防止|\b(?:not?|never|non|without|nor|isn't|aren't|don't|doesn't|can't|cannot|won't)\b/i;
const FREE_OF = /^[- ]?(?:free\b|less\b)/i;
/** Has it any, praise, and names of things: 有没有, 不错, 不锈钢. */
const NO_NEGATION = /有没有|有没|不错|不过|不仅|不但|不粘|不沾|不锈|无线|非常|特别|免费|免打孔|\bnon-?stick/g;
const SAID_NONE = /^[^：:]{0,12}[：:] ?(?:none\b|no\b|without\b|[无無没不])/i;
const CLAUSE_END = /[，,；;。.！!？?]|\bbut\b|但|而/u;

/** A product's description, sentence by sentence. */
export const sentencesOf = (product: Product, language: Language): string[] =>
  productDescription(product, language)
    .split(/(?<=[。！？!?；])|(?<=\.)\s+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** What a row tells, line by line: its name, the sentences of its description, and each property as one. */
export function linesOf(product: Product, language: Language): string[] {
  const facts = Object.entries(product.attributes).flatMap(([key, value]) => {
    if (flagOf(value) !== undefined || Array.isArray(value)) return [];
    const { label } = labelOf(key, language);
    const told = attributeText(key, value, language);
    return told === '' ? [] : [`${label}${language === 'zh' ? '：' : ': '}${told}`];
  });
  return [localText(product.name, language), ...sentencesOf(product, language), ...facts];
}

/** The line that says there is none of it; false: it says that there is; undefined: it says nothing. */
export function lacksIn(lines: readonly string[], unit: Unit): string | false | undefined {
  const telling = lines.filter((line) => tells(line, unit));
  return telling.find((line) => deniesIn(line, unit)) ?? (telling.length > 0 ? false : undefined);
}

export const tells = (line: string, unit: Unit): boolean =>
  isMet(unit, termsOf(line)) || (/^\p{Script=Han}$/u.test(unit.text) && line.includes(unit.text));

/** Whether a text denies what it says by a unit: in the clause that holds its word, else anywhere. */
export function deniesIn(text: string, unit: Unit): boolean {
  const lower = text.toLowerCase();
  const clauses = lower.split(CLAUSE_END);
  const clause = clauses.find((one) => one.includes(unit.text)) ?? clauses.find((one) => tells(one, unit));
  if (clause === undefined) return false;
  const at = clause.indexOf(unit.text);
  const [before, after] = at < 0 ? [clause, ''] : [clause.slice(0, at), clause.slice(at + unit.text.length)];
  const bare = before.replace(NO_NEGATION, ' ').replace(/^.*的/u, '');
  return NEGATES.test(bare) || FREE_OF.test(after) || SAID_NONE.test(after) || isDenied(bare, after);
}

/** As `lacksIn`, of what a wish excludes: of several words ("small parts") only where they stand together. */
export function lacksPhrase(lines: readonly string[], phrase: string): string | false | undefined {
  const [unit, ...more] = askedUnits(phrase, []);
  const together = more.length > 0 ? lines.filter((line) => line.toLowerCase().includes(phrase)) : lines;
  return unit && lacksIn(together, unit);
}

/** Whether a product says of itself that it has what a wish names as unwanted: thorns for "no thorns". */
export function holdsUnwanted(wish: string, language: Language): (product: Product) => boolean {
  const phrases = unwantedIn(wish);
  return (product) => {
    const lines = phrases.length > 0 ? linesOf(product, language) : [];
    return phrases.some((phrase) => lacksPhrase(lines, phrase) === false);
  };
}
