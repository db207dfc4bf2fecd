import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Retriever } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { anyOf } from '../../text/any-of.ts';
import { askedUnits, isMet, termsOf } from '../../tools/products/product-words.ts';
import { ellipticalTopic, refinesWish } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { answeredByFaq } from '../knowledge/answered-by-faq.ts';
import { beyondTheRow, speaksOf } from '../knowledge/beyond-the-row.ts';
import { SURE_DOCUMENT } from '../knowledge/evidence-needed.ts';
import { measureTold } from '../knowledge/measure-told.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import type { Wish } from '../products/wish.ts';
import type { Offer } from './find-offer.ts';

/** Something other than a product is asked for: "what humidity is best", 多少度合适. */
const OF_WHAT = anyOf(
  /\b(?:what|which) (?!would|do|can|should|is|are|one)[a-z]+ (?:is|are|should|does|do|works?)\b/i,
  /\bhow\b|什么(?:湿度|温度|时候|时间|比例|浓度|水温)|多少|几[度天次克]|多久/i,
);

/** Words that ask for a judgement, which no page repeats. */
const JUDGES = /^(?:best|good|better|right|ideal|suitable|recommend\w*|need|use|适合|合适|最好|最佳|推荐|需要)$/i;

/** Whether somebody has written down just what is asked, of anything or of the measure that the customer tells. */
export async function tellsJustThat(retriever: Retriever, task: BranchTask, signal: AbortSignal): Promise<boolean> {
  if (!wishesByWords(task)) return false;
  return (await answeredByFaq(retriever, task, signal)) || (await measureTold(retriever, task, signal));
}

/** Nothing but the words says what is wished: a budget, a product's name and what is in view are for the goods' rows. */
const wishesByWords = ({ request: { text, slots }, dialogue }: BranchTask): boolean =>
  slots.priceRange === undefined &&
  surelyNamed(slots).length === 0 &&
  !refinesWish(normaliseText(text)) &&
  dialogue.focusProductIds.length === 0;

/** Whether a page speaks of what the goods that were found do not meet, or do not know. */
export async function pagesKnowMore(
  retriever: Retriever,
  { request, language }: BranchTask,
  { offer, wish, signal }: { offer: Offer; wish: Wish; signal: AbortSignal },
): Promise<boolean> {
  const normalised = normaliseText(request.text);
  if (refinesWish(normalised) || ellipticalTopic(normalised) !== undefined) return false;
  const beyond = askedBeyond(request, offer);
  if (!offer.missed && beyond.length === 0) return false;
  const { hits, evidence } = await retriever.search(writtenSearch(request.text, language), signal);
  const [top] = hits;
  const ofPages = beyond.length > 0 && top !== undefined && evidence >= EVIDENCE_THRESHOLD && speaksOf(top, beyond);
  // "Anything for fungus gnats": how to get rid of them, where no product fits.
  return ofPages || (offer.missed && evidence >= (wish.query === undefined ? EVIDENCE_THRESHOLD : SURE_DOCUMENT));
}

/** What stands behind "which". */
const WHICH = /\b(?:what|which) ((?:[a-z]+ )??[a-z]+) (?:is|are|should|does|do|works?)\b/i;

function namesKind(text: string, goods: readonly Product[]): boolean {
  const units = askedUnits(WHICH.exec(text)?.[1] ?? '', []);
  const called = termsOf(goods.flatMap(({ name, category }) => [...allTexts(name), ...allTexts(category)]).join(' '));
  return units.length > 0 && units.every((unit) => isMet(unit, called));
}

/** "What humidity is best for my guitar?": what no row of the goods knows. */
function askedBeyond({ text, isQuestion }: UnderstoodRequest, { found, missed }: Offer) {
  if (!(missed || isQuestion) || !OF_WHAT.test(text)) return [];
  const goods = found.map(({ product }) => product);
  // "Which kettle is best for tea" is answered by kettles, not by the page that tells how one of them is used.
  if (namesKind(text, goods)) return [];
  return beyondTheRow(text, goods).filter((unit) => !JUDGES.test(unit.text));
}
