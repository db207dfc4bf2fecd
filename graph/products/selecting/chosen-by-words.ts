import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits } from '../../../tools/products/product-words.ts';
import { unwantedIn } from '../../../tools/recommending/row-constraints.ts';
import { deniesIn, lacksIn, lacksPhrase, linesOf, tells } from '../../../tools/recommending/told-by-row.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { isColourUnit, OF_A_THING } from '../../knowledge/question/names-nothing.ts';

type Unit = ReturnType<typeof askedUnits>[number];

/** A product with the sentence of its row that decides for it; none where it is chosen for saying nothing. */
export interface Chosen {
  product: Product;
  said: string | undefined;
}

/** Rows that are read for one question; of a longer list a search knows more. */
export const MOST_READ = 300;
/** Words of asking, fitting, judging and of a price's limit, which a row does not repeat. */
const SAYS_NOTHING = anyOf(
  /^(?:不|没|没有|无|非|能|可|用|会|带|含|买|卖|适合|适用|推荐|东西|商品|产品|以内|以下)$/i,
  /^(?:以上|之内|左右|上下|之间|预算|[款个种件台只双条把支部瓶盒套张片些])$/i,
  /^(?:no|non|not|without|things?|items?|products?|goods|suit\w*|good|best|use\w*|using|works?|need|people|person)$/i,
  /^(?:under|below|within|around|between|budget|less|more|max(?:imum)?)$/i,
);
/** Whom it is for: that a row speaks of cats does not say that cats may have it. */
const CREATURES = anyOf(
  /猫|狗|宠物|婴|宝宝|孕|小孩|儿童/i,
  /\b(?:cats?|dogs?|pets?|bab(?:y|ies)|newborns?|infants?|toddlers?|kids?|children|pregnan\w*)\b/i,
);
const FITS: ReadonlySet<string> = new Set(['#适合', '#推荐', '#购买', '#出售', '#商品']);
/**
 * The goods that a wish picks by what is written of them, where no property of theirs is asked for: what must be told
 * of them all in one sentence, or what must not. Undefined: the rows tell nothing that decides.
 */
export function chosenByWords(
  question: string,
  pool: readonly Product[],
  { kindNames, language }: { kindNames: readonly string[]; language: Language },
): Chosen[] | undefined {
  if (pool.length > MOST_READ || CREATURES.test(question)) return undefined;
  const text = normaliseText(question);
  const without = unwantedIn(question).filter((word) => askedUnits(word, kindNames).some(isTelling));
  const wanted = longWords(askedUnits(question, kindNames)).filter(
    (unit) =>
      isTelling(unit) &&
      // 锅 of a kind called so: a single Han character is no term of its name.
      !(unit.text.length === 1 && kindNames.some((name) => name.includes(unit.text))) &&
      !without.some((word) => word.includes(unit.text) || unit.text.includes(word)),
  );
  if (without.length + wanted.length === 0) return undefined;
  const [denied, asked] = [
    wanted.filter((unit) => deniesIn(text, unit)),
    wanted.filter((unit) => !deniesIn(text, unit)),
  ];
  const never = (lines: readonly string[]) => [
    ...without.map((phrase) => lacksPhrase(lines, phrase)),
    ...denied.map((unit) => lacksIn(lines, unit)),
  ];
  const rows = pool.map((product) => ({ product, lines: linesOf(product, language) }));
  const free = rows.flatMap(({ product, lines }): (Chosen & { sure: boolean })[] => {
    const told = tellingAll(lines, asked);
    if (asked.length > 0 && told === undefined) return [];
    const verdicts = never(lines);
    if (verdicts.includes(false)) return [];
    const said = verdicts.find((one) => typeof one === 'string');
    return [{ product, said: told ?? (said || undefined), sure: verdicts.every((one) => typeof one === 'string') }];
  });
  const sure = free.filter((one) => one.sure);
  if (sure.length > 0) return sure;
  // None says that it has none of it: those that say nothing, where others say that they have.
  const silent = asked.length === 0 && denied.length === 0 && !/不用|不能/.test(text);
  const othersHave = silent && rows.some(({ lines }) => never(lines).includes(false));
  return free.length > 0 && othersHave ? free : undefined;
}

/** Beside a word of several, a single character of no meaning of its own is a scrap: 面 of 床下面. */
function longWords(units: readonly Unit[]): readonly Unit[] {
  const isScrap = ({ text, concepts }: Unit): boolean => /^\p{Script=Han}$/u.test(text) && concepts.length === 0;
  return units.every((unit) => isScrap(unit) || !isTelling(unit)) ? units : units.filter((unit) => !isScrap(unit));
}

const isTelling = (unit: Unit): boolean =>
  unit.kind === 'word' &&
  unit.terms.length > 0 &&
  !SAYS_NOTHING.test(unit.text) &&
  !isColourUnit(unit) &&
  !unit.concepts.some((concept) => OF_A_THING.test(concept) || FITS.has(concept));

/** The line in which all of it is told and none of it denied; the parts of a row may share it out. */
function tellingAll(lines: readonly string[], asked: readonly Unit[]): string | undefined {
  if (asked.length === 0) return undefined;
  const of = (unit: Unit) => lines.filter((line) => tells(line, unit));
  if (asked.some((unit) => of(unit).length === 0 || of(unit).every((line) => deniesIn(line, unit)))) return undefined;
  const whole = lines.find((line) => asked.every((unit) => tells(line, unit) && !deniesIn(line, unit)));
  const [first] = asked;
  return whole ?? (first && of(first).find((line) => !deniesIn(line, first)));
}

/** The names of what is chosen among, so that their words are not asked for. */
export const namesOfKinds = (kinds: readonly string[], pool: readonly Product[]): string[] => [
  ...kinds,
  ...(kinds.length > 0 ? pool.flatMap(({ category }) => allTexts(category)) : []),
];
