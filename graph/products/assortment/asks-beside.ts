import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet, namingUnits } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { termsOfRows } from '../../knowledge/beyond-the-row.ts';
import { OF_A_THING } from '../../knowledge/question/names-nothing.ts';

type Unit = ReturnType<typeof askedUnits>[number];

/** What is done to a thing, and has a price of its own. */
const DEED = anyOf(
  /^(?:#?(?:清洗|干洗|维修|修理|换货|更换|翻新|租赁|安装|保养|修改))$/,
  /^(?:洗|修|换|换掉|改|补|磨|缝|租|翻新|装)$/,
  /^(?:wash|clean|repair|fix|mend|replac|resol|rent|hire|leas|alter|shorten|sharpen|refill|install|servic)$/,
);
const CLAUSE_END = /[,，。;；!！?？]/;
/** A clause by which a price is asked for. */
const PRICE = /多少|几块|价|贵|[收要]钱|\b(?:how much|price|costs?|charge)\b/i;
/** What says of a word of the thing that it is one thing for another: "a rain cover for the pushchair". */
const FOR = '(?:[a-z0-9-]+ ){0,4}?(?:for|on|of|to fit|to go (?:with|on)) (?:[a-z0-9-]+ ){0,3}?';

/**
 * Whether a question about a price or the stock asks it of something beside the products whose row would answer: of
 * what is done to them ("how much to fix the hinge"), of a part, or of what goes with them (手机支架 is no 手机).
 */
export function asksBeside(question: string, products: readonly Product[]): boolean {
  if (products.length === 0) return false;
  const names = products.flatMap(({ name, category }) => [...allTexts(name), ...allTexts(category)]);
  return asksOfDeed(question, names) || isPartOf(question, products, names);
}

/** The clause that asks the price, with the one before it where it says nothing else: 可以翻新吗，啥价. */
function asksOfDeed(question: string, names: readonly string[]): boolean {
  const clauses = question.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  const at = clauses.findIndex((clause) => PRICE.test(clause));
  const asking = at < 0 ? undefined : clauses[at];
  if (asking === undefined) return false;
  const bare = askedUnits(asking, []).every(
    ({ terms, text }) => terms.length === 0 || text.length === 1 || PRICE.test(text),
  );
  const said = askedUnits((bare && clauses[at - 1]) || asking, names);
  return said.some(
    ({ kind, text, concepts }) => kind === 'word' && [text, ...concepts].some((word) => DEED.test(word)),
  );
}

function isPartOf(question: string, products: readonly Product[], names: readonly string[]): boolean {
  const text = normaliseText(question);
  const rows = termsOfRows(products);
  const named = namingUnits(text, names).map(({ text: word }) => word);
  const others = askedUnits(text, names).filter(
    (unit) =>
      unit.kind === 'word' &&
      unit.terms.length > 0 &&
      unit.concepts.length > 0 &&
      // "The price of the R9" is no part of it.
      !unit.concepts.some((concept) => OF_A_THING.test(concept)) &&
      !isMet(unit, rows),
  );
  return others.some((unit) => isHeldIn(unit, names) || named.some((word) => isFor(unit, word, text)));
}

/** A longer word that only begins with the name of a kind: 手机支架. */
const isHeldIn = ({ text }: Unit, names: readonly string[]): boolean =>
  /^\p{Script=Han}{3,}$/u.test(text) && names.some((name) => name.length > 1 && text.startsWith(name));

const isFor = (unit: Unit, word: string, text: string): boolean =>
  /^[a-z]/.test(unit.text) && new RegExp(`\\b${unit.text.replaceAll(' ', '[a-z]* ')}[a-z]* ${FOR}${word}`).test(text);
