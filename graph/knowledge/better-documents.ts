import type { Hit, Retriever, SearchResponse } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { askedUnits, isMet, termsOf } from '../../tools/products/product-words.ts';
import { ellipticalTopic } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { LIVE_INTENTS, OF_OFFER } from '../products/catalogue/catalogue-question.ts';
import { measuresAsked, type ProductFact } from '../products/facts.ts';
import { wishedVariants } from '../products/options/options.ts';
import { beyondTheRow, speaksOf } from './beyond-the-row.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { nameApart } from './question/name-apart.ts';
import { strongDocuments } from './strong-documents.ts';
import { writtenSearch } from './written-search.ts';

interface AskedOfRows {
  request: UnderstoodRequest;
  /** The catalogue's rows that would answer it. */
  rows: readonly Product[];
  language: Language;
}

/** As the steps below read it. */
interface Asked extends AskedOfRows {
  retriever: Retriever;
  signal: AbortSignal;
  /** The rows' names, and the question without them. */
  names: string[];
  query: string;
}

/** Documents that answer what the catalogue's row can't: a manual's strong word, or what a price question asks beyond the price. */
export async function betterDocuments(
  retriever: Retriever,
  of: AskedOfRows,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  if (asksOfChoice(of)) return undefined;
  const names = of.rows.flatMap(({ name }) => allTexts(name));
  const asked: Asked = { ...of, retriever, signal, names, query: nameApart(of.request.text, names) };
  return LIVE_INTENTS.has(of.request.intent) ? beyondPrice(asked) : beyondProperties(asked);
}

/** "And the M?": of what the row has in that size, not of a page that speaks of sizes. */
const asksOfChoice = ({ request, rows, language }: AskedOfRows): boolean =>
  ellipticalTopic(normaliseText(request.text)) !== undefined &&
  rows.some((row) => wishedVariants(row, request.text, language) !== undefined);

/** How something is done is told by pages; a row that shares its words ("pre-seasoned") tells what a thing is. */
const HOW_TO =
  /怎么(?!样|卖|买|还|没|会)|如何|\bhow (?:do|can|should|would|to)\b(?! (?:i|you|we) (?:order|buy|pay)\b)/i;

async function beyondProperties(asked: Asked): Promise<SearchResponse | undefined> {
  const { retriever, request, rows, language, query, signal } = asked;
  if (HOW_TO.test(request.text)) {
    const found = await retriever.search(writtenSearch(request.text, language), signal);
    if (found.hits[0]?.language === language && found.evidence >= evidenceNeeded(request)) return found;
  }
  const measures = rows.map((row) => measuresAsked(row, request.text, language));
  if (rows.length > 0 && measures.every((facts) => facts.length > 0)) return beyondMeasures(asked, measures.flat());
  // What the row says of all that is asked needs no other source.
  const isTold = rows.length > 0 && beyondTheRow(query, rows).length === 0;
  return isTold ? undefined : strongDocuments(retriever, { query, language }, signal);
}

/** By which a number is asked for; that a page has "tall" in it says nothing. */
const MEASURE = /^(?:[高宽深厚长大重轻]|tall|wide|deep|thick|high|long|heav[yi]|weigh|big|larg[e]?)$/i;

/** "How much weight can it hold": a number of the row, not of a page that says "hold" of something else. */
async function beyondMeasures(
  { retriever, names, query, language, signal }: Asked,
  measures: readonly ProductFact[],
): Promise<SearchResponse | undefined> {
  const strong = await strongDocuments(retriever, { query, language }, signal);
  const [top] = strong?.hits ?? [];
  const told = termsOf(measures.map(({ label, value }) => `${label} ${value}`).join(' '));
  // What the row calls its own number ("battery", "watts") is no more in a page that has the word.
  const untold = askedUnits(query, names).filter(
    (unit) =>
      unit.kind === 'word' &&
      unit.terms.length > 0 &&
      // A scrap of Han (头多 of 枕头多高) names nothing.
      (unit.concepts.length > 0 || /[a-z]/.test(unit.text)) &&
      !MEASURE.test(unit.text) &&
      !isMet(unit, told),
  );
  return top && untold.length > 0 && speaksOf(top, untold) ? strong : undefined;
}

async function beyondPrice({
  retriever,
  request,
  rows,
  language,
  query,
  signal,
}: Asked): Promise<SearchResponse | undefined> {
  const beyond = beyondTheRow(query, rows).filter(({ text }) => !OF_OFFER.test(text));
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
