import { splitSentences } from '../../../knowledge/text/sentences.ts';
import { rowCells } from '../../../knowledge/text/table-row.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { asksOfSendingAlone } from './sending.ts';
import { isCountry, isMainland, namesOf, placesIn, regionsOf } from './wider-place.ts';

/** What is named nowhere else in a table of places. */
const OTHERS = /其他|其它|其余|\b(?:elsewhere|everywhere else|others?|rest of)\b/i;
const ALL_MAINLAND = /大陆|全国|\bmainland china\b/i;
const AT_HOME = /国内|全国|大陆|省|\b(?:mainland|domestic|in the country)\b/i;
const ABROAD = /国家|海外|国际|境外|\b(?:world|international|countries|abroad)\b/i;

/** The row of a table that holds for a place: its own, its nearest region's, or that of all others; -1: none does. */
function rowFor(place: string, rows: readonly string[]): number {
  const names = [...namesOf(place), ...regionsOf(place)];
  const isWithin = (row: string) => placesIn(row).every((one) => names.includes(one));
  for (const name of names) {
    const named = rows.filter((row) => placesIn(row).includes(name));
    // "EU zone 2 (all other EU countries)" holds for Romania before "EU zone 1 (France, Spain)".
    const own = named.find(isWithin) ?? named[0];
    if (own !== undefined) return rows.indexOf(own);
  }
  const home = isMainland(place);
  const ofHome = rows.some((row) => placesIn(row).some(isMainland));
  return rows.findIndex((row) => {
    if (home && ALL_MAINLAND.test(row)) return true;
    if (!OTHERS.test(row) || !isWithin(row)) return false;
    return home ? !ABROAD.test(row) : ABROAD.test(row) || !(AT_HOME.test(row) || ofHome);
  });
}

/** What each sentence of a passage has in the column of its tables that names places; empty where it is no such row. */
function placeCells(text: string): string[] {
  const rows = splitSentences(text).map(({ kind, text: row }) => (kind === 'row' ? rowCells(row) : []));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const named = Array.from({ length: width }, (_, c) => rows.filter((cells) => placesIn(cells[c] ?? '').length > 0));
  const most = Math.max(0, ...named.map(({ length }) => length));
  const column = most > 0 ? named.findIndex(({ length }) => length === most) : -1;
  return rows.map((cells) => cells[column] ?? '');
}

/** The row of a passage's table of places that holds for one, among its sentences; -1: it has no such table or row. */
export function placeRow(text: string, place: string): number {
  const rows = placeCells(text);
  return rows.some((row) => placesIn(row).length > 0) ? rowFor(place, rows) : -1;
}

const BY_PARCEL = /发货|寄|配送|送达|送货|快递|发往|运费|邮费|\b(?:ship|deliver|post|dispatch|courier|parcel)/i;

/** Whether a passage speaks of sending to the place that a question names, or to a region of it; true where it names none. */
export function isOfThePlace(
  question: string,
  { title, heading, text }: Pick<Hit, 'title' | 'heading' | 'text'>,
): boolean {
  const [place] = placesIn(question);
  if (place === undefined) return true;
  const passage = `${title}\n${heading ?? ''}\n${text}`;
  const names = [...namesOf(place), ...regionsOf(place)];
  return (
    BY_PARCEL.test(passage) && (placeRow(text, place) >= 0 || placesIn(passage).some((name) => names.includes(name)))
  );
}

/** Whether another country is asked about than a passage tells of: what it says of sending holds at home. */
export function isOfHomeAlone(question: string, hit: Pick<Hit, 'title' | 'heading' | 'text'>): boolean {
  const [place] = placesIn(question);
  return place !== undefined && isCountry(place) && !isOfThePlace(question, hit);
}

/** Whether a sentence names the country that is asked about, or where it lies: of 海外 for Spain. */
export function namesCountry(question: string, sentence: string): boolean {
  const [place] = placesIn(question);
  if (place === undefined || !isCountry(place)) return false;
  const names = [...namesOf(place), ...regionsOf(place)];
  return placesIn(sentence).some((name) => names.includes(name));
}

const hasPlaces = (text: string): boolean => placeCells(text).some((cell) => placesIn(cell).length > 0);

/** A passage with the row of the place asked for above the other rows of its table; none of them where it has no row for it. */
function withRowFirst(hit: Hit, place: string): Hit {
  const passage = splitSentences(hit.text);
  if (!hasPlaces(hit.text)) return hit;
  const at = placeRow(hit.text, place);
  const best = Math.max(...hit.sentences);
  const sentences = passage.map(({ kind }, i) => (i === at ? best : kind === 'row' ? 0 : (hit.sentences[i] ?? 0)));
  return { ...hit, sentences };
}

/** A passage without rows of places, with what it says of the country above what it says of home. */
function withCountryFirst(hit: Hit, said: string): Hit {
  const passage = splitSentences(hit.text);
  const named = passage.map(({ text }) => namesCountry(said, text));
  if (hasPlaces(hit.text) || !named.includes(true)) return hit;
  const best = Math.max(...hit.sentences);
  return { ...hit, sentences: named.map((isNamed) => (isNamed ? best : 0)) };
}

/** What else a passage says of sending weighs this much against a table of all places. */
const BESIDE_TABLE = 0.8;

/** A passage with the rows of its table of places above what it says beside them of some kinds of sending. */
function withRowsFirst(hit: Hit): Hit {
  const passage = splitSentences(hit.text);
  if (!hasPlaces(hit.text)) return hit;
  const best = Math.max(...hit.sentences);
  const score = (at: number) => (passage[at]?.kind === 'row' ? best : BESIDE_TABLE * (hit.sentences[at] ?? 0));
  return { ...hit, sentences: passage.map((_, at) => score(at)) };
}

/**
 * The passages for a question of sending: to a place it is answered by one row of a table, never by its neighbours;
 * with nothing named, by the rows, not by what is said beside them of the next day.
 */
export function withPlaceRows(hits: Hit[], said: string): Hit[] {
  const [place] = placesIn(said);
  if (place !== undefined) return hits.map((hit) => withCountryFirst(withRowFirst(hit, place), said));
  return asksOfSendingAlone(said) ? hits.map(withRowsFirst) : hits;
}
