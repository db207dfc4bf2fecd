import type { Retriever, SearchRequest, SearchResponse } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { LIVE_INTENTS } from '../products/catalogue/catalogue-question.ts';
import { isOwnFaq } from './answered-by-faq.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { inOwnLanguage, saysTheSame } from './hits/own-language.ts';
import { withoutHits } from './hits/without-hits.ts';
import { isOfHomeAlone, isOfThePlace } from './places/place-row.ts';
import { asksSendingFee, asksSendingTime, isAside } from './places/sending.ts';
import { STRONG, strongDocuments } from './strong-documents.ts';
import { asksHours } from './topics/hours-asked.ts';
import { tellsOpening } from './topics/hours-told.ts';
import { occasionOffer } from './topics/occasion-offer.ts';
import { missesTopic, retold } from './topics/retold.ts';
import { SHOP_TOPICS } from './topics/shop-topics.ts';
import { writtenSearch } from './written-search.ts';

/** How documents call the hours in which a shop is open. */
const ASKED_AS: Record<Language, string> = { zh: '营业时间', en: 'opening hours of the store' };

/** Questions that the catalogue itself answers as well as any document. */
const ABOUT_PRODUCTS = new Set(['product_question', 'compare_products', 'ordering_question']);

/** Questions that only the shop's own pages answer: what a product is like is no rule, and no help with a fault. */
const OF_PAGES = /_policy$|^(?:payment|invoice|promotion)_question$|^troubleshooting$/;

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
const ofAbroad = (found: SearchResponse, question: string): SearchResponse =>
  withoutHits(found, (hit) => isOfHomeAlone(question, hit));

/** Less than this is a guess. */
const GUESS = 0.5;

/** A question that only seems to be one of the shop's rules and names goods: their own row, where it tells more than any page. */
async function rowKnowsMore(
  retriever: Retriever,
  request: UnderstoodRequest,
  { search, written }: { search: SearchRequest; written: SearchResponse },
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  if (request.confidence >= GUESS || request.intent === 'unclear' || surelyNamed(request.slots).length === 0)
    return undefined;
  const all = await retriever.search(search, signal);
  const more = all.hits[0]?.kind === 'product' && all.evidence > written.evidence;
  return more && all.evidence >= evidenceNeeded(request) ? all : undefined;
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
  const ofGoods = await rowKnowsMore(retriever, request, { search, written }, signal);
  if (ofGoods) return ofGoods;
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
  const opening = hours?.hits.filter(tellsOpening) ?? [];
  if (hours && hours.evidence >= evidenceNeeded(request) && opening.length > 0) return { ...hours, hits: opening };
  const told = await retold(retriever, asked, search, signal);
  if (!told && aside && written.hits.some((hit) => isOfHomeAlone(search.query, hit)))
    return ofAbroad(written, search.query);
  // What a thing is says nothing of the shop's rules for it.
  if (told) return told;
  if (misses) return { ...written, evidence: 0 };
  return aside || OF_PAGES.test(request.intent) ? written : retriever.search(search, signal);
}
