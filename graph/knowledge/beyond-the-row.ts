import type { Hit } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { askedUnits, isMet, termsOf } from '../../tools/products/product-words.ts';
import { nameApart } from './question/name-apart.ts';
import { OF_A_THING } from './question/names-nothing.ts';

const SPANS = new Set(['#月', '#天', '#年']);

/** 一包, 每斤: a Han character behind a number or a pointing word counts, and names nothing. */
const isMeasure = (question: string, { text }: { text: string }): boolean =>
  /^\p{Script=Han}$/u.test(text) && new RegExp(`[一二两三四五六七八九十半每几这那哪\\d]${text}`, 'u').test(question);

/** All that the rows of products speak of. */
export const termsOfRows = (products: readonly Product[]): ReadonlySet<string> =>
  termsOf(
    products
      .flatMap(({ name, category, description, attributes, variants }) => [
        // A name is often shortened.
        ...allTexts(name),
        ...allTexts(category),
        ...allTexts(description),
        JSON.stringify(attributes),
        JSON.stringify(variants.map(({ options }) => options)),
      ])
      .join(' '),
  );

/** What a question about a product's price or stock names that the product's own row knows nothing of: renting it, having it tuned. */
export function beyondTheRow(question: string, products: readonly Product[]): ReturnType<typeof askedUnits> {
  const names = products.flatMap((product) => allTexts(product.name));
  const rows = termsOfRows(products);
  return askedUnits(nameApart(question, names), names).filter(
    (unit) =>
      unit.kind !== 'number' &&
      unit.terms.length > 0 &&
      !isMeasure(question, unit) &&
      !unit.concepts.some((concept) => OF_A_THING.test(concept) || SPANS.has(concept)) &&
      !isMet(unit, rows),
  );
}

const RENTS = /租|\brent|\bhir(?:e|ing)\b|\bleas/i;

/** Whether what is asked is the price of renting, which the price of a thing that is sold does not tell. */
export const asksToRent = (question: string, products: readonly Product[]): boolean =>
  beyondTheRow(question, products).some(({ text, concepts }) => RENTS.test([text, ...concepts].join(' ')));

/** Whether a passage speaks of all of it. */
export function speaksOf(hit: Hit, units: ReturnType<typeof askedUnits>): boolean {
  const text = `${hit.title}\n${hit.heading ?? ''}\n${hit.text}`;
  const terms = termsOf(text);
  // A single Han character is no term of a text: it stands in one or it doesn't.
  return units.every((unit) => isMet(unit, terms) || (unit.text.length === 1 && text.includes(unit.text)));
}
