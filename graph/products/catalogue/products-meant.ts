import { isCommonWord } from '../../../knowledge/text/common-words.ts';
import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { askedUnits, isMet } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { beyondTheRow, termsOfRows } from '../../knowledge/beyond-the-row.ts';
import { thingsOfOthers } from '../assortment/things-of-others.ts';
import { asksWhetherSold } from '../assortment/whether-sold.ts';
import { wishedVariants } from '../options/options.ts';
import type { CatalogueQuestion } from './catalogue-question.ts';
import { codesIn } from './codes-in.ts';

const MOST = 4;
/** More products than this in view are a list, not what "it" means. */
const FOCUS = 2;

/** The products that a question is of: those it points at or names, else those in view; none where it is of something else. */
export async function productsMeant({ request, mentioned, focus, products }: CatalogueQuestion, live: boolean) {
  const { ordinal } = request.slots;
  const pointed = ordinal?.from === 'start' ? focus[ordinal.n - 1] : undefined;
  const inView = focus.length <= FOCUS || live || (focus.length <= MOST && isTerse(request.text)) ? focus : [];
  const ids = pointed ? [pointed] : mentioned.ids.length > 0 ? mentioned.ids : inView;
  if (ids.length === 0 || (!mentioned.named && ids.length > 12)) return [];
  const pointedAt = (await products.byIds(ids)).slice(0, MOST);
  const isOfElse = mentioned.ids.length > 0 ? await thingsOfOthers(request.text, pointedAt, products) : () => false;
  const meant = pointedAt.filter((product) => !isOfElse(product));
  // "Do you sell grass seed?" after a talk about pots is not about the pots.
  const elsewhere =
    mentioned.ids.length === 0 && asksWhetherSold(request.text) && beyondTheRow(request.text, meant).length > 0;
  return elsewhere ? [] : meant;
}

/** Whether a question names a model that no row of the products knows. */
export function namesAnotherModel(question: string, products: readonly Product[]): boolean {
  const rows = JSON.stringify(products).toLowerCase();
  return askedUnits(question, []).some(({ kind, text }) => kind === 'model' && !rows.includes(text.toLowerCase()));
}

/** Of a whole kind, only what has the most of the options named: "the 41-inch guitar in sunset" is one of the guitars. */
export function withWhatIsWished(
  products: Product[],
  { request, mentioned, language }: Pick<CatalogueQuestion, 'request' | 'mentioned' | 'language'>,
): Product[] {
  if (mentioned.named) return products;
  const met = products.map((product) => {
    const wished = wishedVariants(product, request.text, language);
    return wished && wished.variants.length > 0 ? wished.wishes.length : 0;
  });
  const most = Math.max(...met);
  if (most > 0) return products.filter((_, index) => met[index] === most);
  // "Any USB4 cables": those that have it in their name.
  const codes = codesIn(normaliseText(request.text));
  const coded = products.filter(({ name }) => {
    const words = allTexts(name).flatMap((one) => codesIn(normaliseText(one)));
    return codes.length > 0 && codes.every((code) => words.includes(code));
  });
  return coded.length > 0 ? coded : thatTell(products, request.text);
}

/** Of a whole kind, those whose rows speak of what is said of the thing, where others do not: 猫抓布沙发 is one of the sofas. */
function thatTell(products: Product[], question: string): Product[] {
  const kinds = products.flatMap(({ category }) => allTexts(category));
  const rows = products.map((product) => termsOfRows([product]));
  const told = askedUnits(question, kinds)
    .filter(({ kind, text, terms }) => kind === 'word' && text.length > 1 && terms.length > 0 && !isCommonWord(text))
    .map((unit) => rows.map((row) => isMet(unit, row)))
    .filter((met) => met.includes(true) && met.includes(false));
  const kept = products.filter((_, index) => told.every((met) => met[index]));
  return kept.length > 0 ? kept : products;
}

/** Of a whole kind it is asked what is true of something that no row of it speaks of: "which battery goes into a minivan". */
export const tellsOfElse = (text: string, products: readonly Product[]): boolean =>
  beyondTheRow(text, products).some(({ text: said, concepts }) => concepts.length > 0 && !isCommonWord(said));

const TERSE_HAN = 5;
const TERSE_WORDS = 3;

/** "What colours", "in red?": too little to be about anything but what was just shown. */
export function isTerse(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\d'-]+/gu)?.length ?? 0;
  return han <= TERSE_HAN && words <= TERSE_WORDS;
}
