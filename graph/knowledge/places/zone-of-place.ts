import { rowCells } from '../../../knowledge/text/table-row.ts';
import type { Hit, Retriever } from '../../../knowledge/types.ts';
import type { Language } from '../../../stores/schema.ts';
import { writtenSearch } from '../written-search.ts';

/** Letters: a longer head of a column names no zone. */
const LONGEST_NAME = 20;
const ROW = /^\s*\|.*\|\s*$/;
const SENTENCE_END = /[。.；;\n](?!\d)/;
/** How the places of a zone begin behind its name. */
const CONSISTS_OF = /^\s*(?:[:：(（–-]|是|为|指|包括|包含|(?:is|are|means|covers?|includes?)\b|\p{Lu})/u;
/** What stands between the places of a zone. */
const BETWEEN = /[\s、,，:：()（）]|和|及|与|为|是|包括|\b(?:and|is|are|includes?|the)\b/;

const linesOf = (text: string) => text.split('\n');

/** The names of a document's columns and rows: "Zone 2", 三区. */
function tableNames(hits: readonly Hit[]): string[] {
  const cells = hits.flatMap(({ text }) =>
    linesOf(text)
      .filter((line) => ROW.test(line))
      .flatMap((row, i) => (i === 0 ? rowCells(row) : rowCells(row).slice(0, 1))),
  );
  const names = cells.filter((cell) => cell.length > 1 && cell.length <= LONGEST_NAME && /\p{L}/u.test(cell));
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

/** What is said of a name, up to the next one or the end of the sentence: "Scotland" of "Zone 2 Scotland, Zone 3 Wales." */
function saidOf(name: string, text: string, names: readonly string[]): string[] {
  return text
    .split(name)
    .slice(1)
    .map((rest) => {
      const [said = ''] = rest.split(SENTENCE_END);
      const next = Math.min(...names.map((one) => said.indexOf(one)).filter((at) => at >= 0));
      return Number.isFinite(next) ? said.slice(0, next) : said;
    });
}

const isPlace = (word: string, question: string): boolean =>
  (/^\p{Script=Han}{2,}$/u.test(word) || /^\p{Lu}\p{L}{2,}$/u.test(word)) && question.includes(word);

export interface Zone {
  /** As the question names it. */
  place: string;
  /** As columns or rows of the table are called. */
  zone: string;
}

/** A place of the question that a sentence puts into a zone of a table in the same document. */
function zoneIn(question: string, hits: readonly Hit[]): Zone | undefined {
  const names = tableNames(hits);
  const prose = hits.flatMap(({ text }) => linesOf(text).filter((line) => !ROW.test(line))).join('\n');
  for (const zone of names.filter((name) => !question.includes(name)))
    for (const said of saidOf(zone, prose, names).filter((one) => CONSISTS_OF.test(one))) {
      const place = said.split(BETWEEN).find((word) => isPlace(word ?? '', question));
      if (place) return { place, zone };
    }
  return undefined;
}

/** The zone that a document puts the question's place into, and by which its table is read; undefined: there is none. */
export async function zoneOfPlace(
  question: string,
  { retriever, language }: { retriever: Retriever; language: Language },
  signal: AbortSignal,
): Promise<Zone | undefined> {
  const { hits } = await retriever.search(writtenSearch(question, language), signal);
  for (const own of Map.groupBy(hits, ({ documentId }) => documentId).values()) {
    const found = zoneIn(question, own);
    if (found) return found;
  }
  return undefined;
}
