import type { Hit, Retriever, SearchRequest, SearchResponse } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { askedUnits, isMet, termsOf } from '../../tools/product-words.ts';
import { ellipticalTopic } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { LIVE_INTENTS } from '../products/answer-from-catalogue.ts';
import { askedFacts, tellsMeasure } from '../products/facts.ts';
import { wishedVariants } from '../products/options.ts';
import { isOwnFaq } from './answered-by-faq.ts';
import { beyondTheRow, speaksOf } from './beyond-the-row.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { nameApart } from './name-apart.ts';
import { occasionOffer } from './occasion-offer.ts';
import { inOwnLanguage, saysTheSame } from './own-language.ts';
import { isOfHomeAlone, isOfThePlace } from './place-row.ts';
import { missesTopic, retold } from './retold.ts';
import { asksSendingFee, asksSendingTime, isAside } from './sending.ts';
import { SHOP_TOPICS } from './shop-topics.ts';
import { asksHours, tellsOpening } from './support-hours.ts';
import { writtenSearch } from './written-search.ts';

/** How documents call the hours in which a shop is open. */
const ASKED_AS: Record<Language, string> = { zh: '营业时间', en: 'opening hours of the store' };

/** Questions that the catalogue itself answers as well as any document. */
const ABOUT_PRODUCTS = new Set(['product_question', 'compare_products', 'ordering_question']);

/** Questions that only the shop's own pages answer: what a product is like is no rule, and no help with a fault. */
const OF_PAGES = /_policy$|^(?:payment|invoice|promotion)_question$|^troubleshooting$/;

/** How something is done is told by pages; a row that shares its words ("pre-seasoned") tells what a thing is. */
const HOW_TO =
  /怎么(?!样|卖|买|还|没|会)|如何|\bhow (?:do|can|should|would|to)\b(?! (?:i|you|we) (?:order|buy|pay)\b)/i;

/** By which a number is asked for; that a page has "tall" in it says nothing. */
const MEASURE = /^(?:[高宽深厚长大重轻]|tall|wide|deep|thick|high|long|heav[yi]|weigh|big|larg[e]?)$/i;

/** Evidence above which a manual outranks an attribute that shares a word with the question ("60-minute timer"). */
const STRONG = 0.75;

/** What people wrote in the customer's language, where it surely answers: more than a product's row knows. */
async function strongDocuments(
  retriever: Retriever,
  { query, language }: Pick<SearchRequest, 'query' | 'language'>,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  const found = await retriever.search(writtenSearch(query, language), signal);
  const hits = inOwnLanguage(found.hits, language);
  const own = hits.find((hit) => hit.language === language);
  return found.evidence >= STRONG && (own?.evidence ?? 0) >= STRONG ? { ...found, hits } : undefined;
}

/** Documents that answer what the catalogue's row can't: a manual's strong word, or what a price question asks beyond the price. */
export async function betterDocuments(
  retriever: Retriever,
  { request, rows, language }: { request: UnderstoodRequest; rows: readonly Product[]; language: Language },
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  const query = nameApart(
    request.text,
    rows.flatMap(({ name }) => allTexts(name)),
  );
  // "And the M?": of what the row has in that size, not of a page that speaks of sizes.
  const choice =
    ellipticalTopic(normaliseText(request.text)) !== undefined &&
    rows.some((row) => wishedVariants(row, request.text, language) !== undefined);
  if (choice) return undefined;
  const beyond = beyondTheRow(query, rows);
  if (!LIVE_INTENTS.has(request.intent) && HOW_TO.test(request.text)) {
    const found = await retriever.search(writtenSearch(request.text, language), signal);
    if (found.hits[0]?.language === language && found.evidence >= evidenceNeeded(request)) return found;
  }
  // "How much weight can it hold": a number of the row, not of a page that says "hold" of something else.
  const isMeasured = rows.length > 0 && rows.every((row) => tellsMeasure(row, request.text, language));
  if (!LIVE_INTENTS.has(request.intent) && isMeasured) {
    const strong = await strongDocuments(retriever, { query, language }, signal);
    const names = rows.flatMap(({ name }) => allTexts(name));
    const [top] = strong?.hits ?? [];
    const labels = termsOf(
      rows
        .flatMap((row) => askedFacts(row, request.text, language).map(({ label, value }) => `${label} ${value}`))
        .join(' '),
    );
    // What the row calls its own number ("battery", "watts") is no more in a page that has the word.
    const units = askedUnits(query, names).filter(
      (unit) => unit.kind === 'word' && unit.terms.length > 0 && !MEASURE.test(unit.text) && !isMet(unit, labels),
    );
    return top && units.length > 0 && speaksOf(top, units) ? strong : undefined;
  }
  if (!LIVE_INTENTS.has(request.intent))
    // What the row says of all that is asked needs no other source.
    return rows.length > 0 && beyond.length === 0 ? undefined : strongDocuments(retriever, { query, language }, signal);
  if (beyond.length === 0) return undefined;
  const found = await retriever.search(writtenSearch(query, language), signal);
  const [top] = found.hits;
  const isTold = top !== undefined && (speaksOf(top, beyond) || pricesSome(top, beyond));
  return isTold && found.evidence >= evidenceNeeded(request) ? found : undefined;
}

const AMOUNT = /[$€£¥]\s?\d|\d ?(?:元|块|CNY|USD|EUR|GBP|dollars?|euros?|pounds?)|免费|\bfree\b/;

/** "What does it cost to carry a wardrobe to the second floor": what a page has a price for is not the thing's own price. */
const pricesSome = (hit: Hit, beyond: ReturnType<typeof beyondTheRow>): boolean =>
  hit.kind !== 'product' && AMOUNT.test(hit.text) && beyond.some((unit) => speaksOf(hit, [unit]));

/** The same in the customer's language, where the question's words met only what another language says. */
async function inOwnWords(
  retriever: Retriever,
  { asked, written }: { asked: UnderstoodRequest; written: SearchResponse },
  { language }: SearchRequest,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  const [top] = inOwnLanguage(written.hits, language);
  if (!top || top.language === language) return undefined;
  const told = await retold(retriever, asked, { language }, signal);
  const [own] = told?.hits ?? [];
  return own?.language === language && saysTheSame(own, top) ? told : undefined;
}

/** What was found without what tells of sending at home alone. */
function ofAbroad(found: SearchResponse, question: string): SearchResponse {
  const hits = found.hits.filter((hit) => !isOfHomeAlone(question, hit));
  return { ...found, hits, evidence: Math.max(0, ...hits.map(({ evidence }) => evidence)) };
}

/** Documents and FAQs first, all passages when they are not enough: a product's blurb shares words with many questions. */
export async function findPassages(
  retriever: Retriever,
  request: UnderstoodRequest,
  search: SearchRequest,
  signal: AbortSignal,
): Promise<SearchResponse> {
  const asked = { ...request, text: search.query };
  if (LIVE_INTENTS.has(request.intent) || ABOUT_PRODUCTS.has(request.intent)) {
    const live = LIVE_INTENTS.has(request.intent);
    const strong = live ? undefined : await strongDocuments(retriever, search, signal);
    const found = strong ?? (await retriever.search(search, signal));
    if (found.evidence >= evidenceNeeded(request)) return found;
    // "Can it send faxes" names no place to send to.
    return (await retold(retriever, asked, { ...search, topics: SHOP_TOPICS }, signal)) ?? found;
  }
  const written = await retriever.search(writtenSearch(search.query, search.language), signal);
  const [first] = written.hits;
  const misses = first !== undefined && missesTopic(asked, first);
  const aside =
    first !== undefined &&
    (misses ||
      ((asksSendingTime(asked) || asksSendingFee(asked.text)) &&
        (isAside(search.query, first) || !isOfThePlace(search.query, first))));
  // The shop has written down just this question.
  if (first && !aside && isOwnFaq(first, search.language)) return written;
  const place = await retold(retriever, asked, { language: search.language, first: true }, signal);
  if (place?.hits[0]?.language === search.language) return place;
  // What the other language tells gives way to what stands in the customer's own.
  if (place && !(first?.language === search.language && written.evidence >= STRONG)) return place;
  if (written.evidence >= evidenceNeeded(request) && !aside)
    return (await inOwnWords(retriever, { asked, written }, search, signal)) ?? written;
  const occasion = await occasionOffer(retriever, request, search, signal);
  if (occasion) return occasion;
  // "Are you open on Monday?" names a day that the text about the hours may only span.
  const hours = asksHours(request)
    ? await retriever.search(writtenSearch(ASKED_AS[search.language], search.language), signal)
    : undefined;
  if (hours && hours.evidence >= evidenceNeeded(request) && hours.hits.some(tellsOpening)) return hours;
  const told = await retold(retriever, asked, search, signal);
  if (!told && aside && written.hits.some((hit) => isOfHomeAlone(search.query, hit)))
    return ofAbroad(written, search.query);
  // What a thing is says nothing of the shop's rules for it.
  if (told) return told;
  if (misses) return { ...written, evidence: 0 };
  return aside || OF_PAGES.test(request.intent) ? written : retriever.search(search, signal);
}
