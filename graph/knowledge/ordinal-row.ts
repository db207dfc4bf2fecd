import { splitSentences } from '../../knowledge/text/sentences.ts';
import { rowCells } from '../../knowledge/text/table-row.ts';
import type { Hit } from '../../knowledge/types.ts';
import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { parseNumber } from '../../understanding/slots/numbers.ts';
import { ENGLISH_ORDINALS } from '../../understanding/slots/ordinal.ts';

/** "The third shelf", 第三层: the place, and what is counted. */
interface Counted {
  n: number;
  noun: string;
}

const WORDS = Object.keys(ENGLISH_ORDINALS).join('|');
const EN = new RegExp(`\\b(${WORDS}|\\d{1,2}(?:st|nd|rd|th)) ([a-z]{3,})`);
const ZH =
  /第([一二三四五六七八九十\d]{1,3})(?:[个款种件](?=\p{Script=Han}{2})(\p{Script=Han}{2})|(?![个款种件次名者])(\p{Script=Han}))/u;
/** What is counted in no table: "the first time", "second hand". */
const UNCOUNTED = /^(?:time|thing|hand|one|class|of|and|aid|place|name)s?$/;

function countedIn(question: string): Counted | undefined {
  const said = normaliseText(question);
  const zh = ZH.exec(said);
  if (zh) return counted(parseNumber(zh[1] ?? ''), zh[2] ?? zh[3]);
  const en = EN.exec(said);
  return en && !UNCOUNTED.test(en[2] ?? '') ? counted(numberOf(en[1] ?? ''), en[2]) : undefined;
}

const counted = (n: number | undefined, noun: string | undefined): Counted | undefined =>
  n && noun ? { n, noun } : undefined;

const numberOf = (text: string): number | undefined =>
  ENGLISH_ORDINALS[text] ?? parseNumber(text.replace(/^第/, '').replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));

const NUMBER = `(?:第?[一二三四五六七八九十]{1,3}|第?\\d{1,2}(?:st|nd|rd|th)?|${WORDS}|one|two|three|four|five|six|seven|eight|nine|ten)`;
/** A cell that says nothing but a place: "2nd", 第三, "1–3", "4 and above". */
const PLACE = new RegExp(
  `^(${NUMBER})(?:\\s*(?:-|–|—|~|to|至|到)\\s*(${NUMBER}))?\\s*(\\+|(?:and|or) (?:above|up|higher|more|over)|及?以上)?$`,
);
/** A place without a number. */
const POSITION = anyOf(
  /^(?:the )?(?:top|upper|uppermost|middle|centre|center|bottom|lower|lowest)$/,
  /^[最]?[上中下顶底][面部]?$/,
);

type Span = readonly [from: number, to: number];

/** The places that a cell stands for; those of "top" are told by no number, so that none is in them. */
function spanOf(cell: string, noun: string): Span | undefined {
  const bare = singular(normaliseText(cell)).replace(noun, ' ').replace(/\s+/g, ' ').trim();
  if (POSITION.test(bare)) return [0, 0];
  const [, first, last, open] = PLACE.exec(bare) ?? [];
  const from = first && numberOf(first);
  if (!from) return undefined;
  return [from, open ? Number.POSITIVE_INFINITY : (last && numberOf(last)) || from];
}

/** "Shelves" and "levels" as one of them is called. */
const singular = (text: string): string => text.replace(/\b(shel|hal)ves\b/g, '$1f').replace(/\b([a-z]{2,})s\b/g, '$1');

/** For each sentence of a passage the places that it tells of, in the column of its table that counts the noun. */
function placesTold({ text, language }: Pick<Hit, 'text' | 'language'>, noun: string): Array<Span | undefined> {
  const foreign = /\p{Script=Han}/u.test(noun) !== (language === 'zh');
  const rows = splitSentences(text).map(({ kind, text: row, lead }) =>
    kind === 'row' ? { cells: rowCells(row), names: lead === null ? [] : rowCells(lead) } : undefined,
  );
  const counts = (cell: string | undefined): boolean => foreign || singular(normaliseText(cell ?? '')).includes(noun);
  const width = Math.max(0, ...rows.map((row) => row?.cells.length ?? 0));
  const columns = Array.from({ length: width }, (_, c) =>
    rows.map((row) => {
      const cell = row?.cells[c];
      return cell !== undefined && (counts(row?.names[c]) || counts(cell)) ? spanOf(cell, noun) : undefined;
    }),
  );
  const told = (column: ReadonlyArray<Span | undefined>): number => column.filter(Boolean).length;
  return columns.toSorted((a, b) => told(b) - told(a))[0] ?? [];
}

const LEAST_ROWS = 2;

/**
 * The passages for a question of "the third shelf": of a table that counts shelves only the row of the third is told,
 * and no row where it has none; such a passage is left out.
 */
export function withOrdinalRow(hits: Hit[], question: string): Hit[] {
  const asked = countedIn(question);
  if (!asked) return hits;
  const noun = singular(asked.noun);
  return hits.flatMap((hit) => {
    const told = placesTold(hit, noun);
    if (told.filter(Boolean).length < LEAST_ROWS) return [hit];
    const best = Math.max(...hit.sentences);
    const isMeant = (span: Span): boolean => span[0] <= asked.n && asked.n <= span[1];
    if (!told.some((span) => span && isMeant(span))) return [];
    return [{ ...hit, sentences: hit.sentences.map((score, at) => ofRow(told[at], isMeant, { score, best })) }];
  });
}

const ofRow = (
  span: Span | undefined,
  isMeant: (span: Span) => boolean,
  { score, best }: { score: number; best: number },
) => (span ? (isMeant(span) ? best : 0) : score);
