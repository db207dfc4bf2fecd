import { questionOf } from '../../../knowledge/retrieval/question-of.ts';
import { splitSentences } from '../../../knowledge/text/sentences.ts';
import type { Hit, Retriever, SearchRequest, SearchResponse } from '../../../knowledge/types.ts';
import type { Language } from '../../../stores/schema.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { withoutHits } from '../hits/without-hits.ts';
import { isOfHomeAlone, isOfThePlace, namesCountry, placeRow } from '../places/place-row.ts';
import { isAside, SENDING } from '../places/sending.ts';
import { placesIn } from '../places/wider-place.ts';
import { writtenSearch } from '../written-search.ts';
import { type Retold, SENDING_AND_STORE } from './retold-questions.ts';
import { SHOP_TOPICS } from './shop-topics.ts';

const RETOLD: readonly Retold[] = [...SENDING_AND_STORE, ...SHOP_TOPICS];

interface RetoldOptions {
  /** Only those that are asked for whatever else the question's words meet. */
  first?: boolean;
  topics?: readonly Retold[];
}

/** The documents' own way to put what was asked, with the passage that tells it first; undefined: none does. */
export async function retold(
  retriever: Retriever,
  request: UnderstoodRequest,
  { language, first = false, topics = RETOLD }: Pick<SearchRequest, 'language'> & RetoldOptions,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  let told: SearchResponse | undefined;
  for (const one of topics.filter((entry) => (!first || entry.first) && entry.asks(request))) {
    const [place] = one.ofPlaces ? placesIn(request.text) : [];
    const asked = place === undefined ? one.as[language] : `${one.as[language]} ${place}`;
    const found = await retriever.search(writtenSearch(asked, language), signal);
    const hit = telling(one, found.hits, { question: request.text, language });
    if (!hit) continue;
    const [before] = told?.hits ?? [];
    // "Where are you, can I park there?": both, where one document tells both.
    if (before?.documentId === hit.documentId && before.text !== hit.text) {
      const text = [before.text, hit.text].join(hit.language === 'zh' ? '' : ' ');
      return { ...found, hits: [{ ...before, text }], evidence: 1 };
    }
    told ??= { ...found, hits: [hit], evidence: 1 };
    if (!one.first) return told;
  }
  return told;
}

/** Whether a passage only has the words of a topic, no sentence of it tells of what is asked: "Sunday" of those who answer the phone. */
export const missesTopic = (request: UnderstoodRequest, hit: Hit): boolean =>
  RETOLD.some((one) => one.only && one.asks(request) && !tellsOf(hit, one));

/**
 * A retriever that leaves out what only shares words with a topic that most shops have rules for: what is told of gift
 * cards is no answer to gift wrapping.
 */
export function withinTopic(retriever: Retriever, request: UnderstoodRequest): Retriever {
  const asked = SHOP_TOPICS.filter((one) => one.only && one.asks(request));
  if (asked.length === 0) return retriever;
  const isBeside = (hit: Hit) => !asked.some((one) => tellsOf(hit, one));
  return { search: async (search, signal) => withoutHits(await retriever.search(search, signal), isBeside) };
}

/** The passage that tells it, by the sentences that do, to be said as it stands. */
function telling(
  topic: Retold,
  hits: readonly Hit[],
  { question, language }: { question: string; language: Language },
): Hit | undefined {
  const { tells, ofReturns = false, ofGoods = false, ofPlaces, holdsThere } = topic;
  const some = hits.filter(
    (hit) =>
      hit.evidence >= TOLD &&
      tellsOf(hit, topic) &&
      (ofReturns || !isAside(question, hit)) &&
      !(holdsThere && isOfHomeAlone(question, hit)),
  );
  const places = ofPlaces ? placesIn(question) : [];
  // What is told of another place is no answer, in whatever language.
  const there = places.length > 0 ? some.filter((hit) => isOfThePlace(question, hit)) : [];
  const meant = there.length > 0 ? there : some;
  const own = meant.filter((hit) => hit.language === language);
  const near = own.length > 0 ? own : meant;
  const top = near.find((hit) => places.length > 0 && hasRowOf(hit, places)) ?? meetsMost(question, near);
  if (!top) return undefined;
  // Rows of a table are chosen and written by whoever writes the answer.
  if (ofPlaces && tellsByRow(top, places, tells)) return { ...top, evidence: 1 };
  const said = splitSentences(top.text)
    .map(({ text }) => text.trim())
    .filter((text) => !text.includes('|'));
  const ofCountry = ofPlaces ? said.filter((text) => namesCountry(question, text)) : [];
  const told = (ofCountry.length > 0 ? ofCountry : said).filter(
    (text) => ofCountry.length > 0 || tells.test(text) || (ofGoods && speaksOfGoods(text, question)),
  );
  if (told.length === 0 && top.text.includes('|')) return { ...top, evidence: 1 };
  const text = told.slice(0, MOST_TOLD).join(top.language === 'zh' ? '' : ' ');
  return { ...top, kind: 'faq', text: text || top.text, evidence: 1 };
}

/** Whether a table tells it: by a row for the place that is asked about, by any row where none is. */
const tellsByRow = (hit: Hit, places: readonly string[], tells: RegExp): boolean =>
  places.length > 0
    ? hasRowOf(hit, places)
    : splitSentences(hit.text).some(({ kind, text }) => kind === 'row' && tells.test(text));

/** Whether a table has a row for one of the places, by its name in either language, its region, or for all others. */
const hasRowOf = ({ text }: Hit, places: readonly string[]): boolean =>
  places.some((place) => placeRow(text, place) >= 0) ||
  splitSentences(text).some(({ kind, text: row }) => {
    const terms = kind === 'row' ? termsOf(row) : undefined;
    return terms !== undefined && places.some((place) => askedUnits(place, []).every((unit) => isMet(unit, terms)));
  });

/** "Can biscuits go by post": what a sentence says of the goods that are named belongs to the answer. */
function speaksOfGoods(sentence: string, question: string): boolean {
  const terms = termsOf(sentence);
  return askedUnits(question, []).some(
    (unit) => !SENDING.test(unit.text) && unit.text.length > 1 && isMet(unit, terms),
  );
}

/** The passage that speaks of most of what the question names ("remote areas"); the first of equals. */
function meetsMost(question: string, hits: readonly Hit[]): Hit | undefined {
  // That something is sent is asked of all of them.
  const units = askedUnits(question, []).filter(({ text }) => !SENDING.test(text));
  const met = hits.map(({ heading, text }) => {
    const terms = termsOf(`${heading ?? ''} ${text}`);
    return units.filter((unit) => isMet(unit, terms)).length;
  });
  return hits[met.indexOf(Math.max(...met))];
}

/** Whether one of its sentences tells it, of what is asked about: by its own words, by what it is headed by or what it answers. */
function tellsOf(
  { kind, title, heading, text }: Hit,
  { tells, about, notOf }: Pick<Retold, 'tells' | 'about' | 'notOf'>,
): boolean {
  const above = questionOf({ kind, title, heading }) ?? heading ?? '';
  const isTold = (sentence: string) => tells.test(sentence) || tells.test(above);
  // A page "Delivery" is about delivery wherever it is not headed anew.
  const isAbout = (sentence: string) => [sentence, above, title].some((one) => about.test(one));
  return splitSentences(text).some(({ kind, lead, text: one }) => {
    // A table's columns say what its figures are.
    const said = kind === 'row' && lead !== null ? `${lead} ${one}` : one;
    return isTold(said) && isAbout(said) && !notOf?.test(one);
  });
}

/** Less evidence than this for the general question, and the documents do not speak of it. */
const TOLD = 0.08;
const MOST_TOLD = 4;
