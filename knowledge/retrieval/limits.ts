import { anyOf } from '../../text/any-of.ts';
import { type Measure, measuresWithPlace } from '../text/measures.ts';
import { normalize } from '../text/normalize.ts';
import type { Sentence } from '../text/sentences.ts';
import { rowCells } from '../text/table-row.ts';
import { type AnswerType, holdsAnswer } from './answer-type.ts';

/** A measure of the customer's own, which a text may have a limit for. */
export interface OwnMeasure {
  family: string;
  size: number;
}

/** What may stand between a word of a limit and its number. */
const BETWEEN = '[^\\d.,;:，。；]{0,12}$';
const UP_TO = new RegExp(
  String.raw`(?:up to|under|below|less than|max(?:imum)?\.?|limit(?:ed)?(?: (?:is|of|to))?|≤|<|(?:no|not) [a-z]{2,12} than|not (?:exceed|over)(?:ing)?|at most|within|不(?:得|能|可|要)?(?:超过|大于|高于|多于|超)|小于|低于|少于|至多|最[多大长重高]|限[重长高]|上限)${BETWEEN}`,
);
const FROM = new RegExp(
  String.raw`(?:over|above|[a-z]{2,12}er than|more than|≥|>|at least|min(?:imum)?\.?(?: age)?|starting at|from|超过|大于|高于|多于|超出|(?<![未不])满|达到|至少|不少于|不低于|最[低小少])${BETWEEN}`,
);
const OR_LESS = anyOf(
  /^\s*(?:(?:or|and) (?:less|under|below|lighter|shorter|younger)|max(?:imum)?\b)/,
  /^(?:及|或)?(?:以[内下]|之内)/,
);
const OR_MORE = anyOf(
  /^\s*(?:(?:or|and) (?:more|over|above|up|older|heavier|longer)\b|plus\b|\+)/,
  /^(?:及|或)?以上|^起/,
);

type Span = Pick<Measure, 'family' | 'from' | 'to'>;

/** The spans that a text sets limits for: "5 to 10 kg", "up to 2 kg", 满99元, 20厘米以内. */
function spansOf(text: string): Span[] {
  return [...measuresWithPlace(normalize(text))].flatMap(({ family, from, to, before, after }) => {
    if (from !== to) return [{ family, from, to }];
    if (OR_LESS.test(after) || UP_TO.test(before)) return [{ family, from: 0, to }];
    if (OR_MORE.test(after) || FROM.test(before)) return [{ family, from, to: Number.POSITIVE_INFINITY }];
    return [];
  });
}

const UNIT_OF_COLUMN = /[(（]\s*([^()（）]{1,12})\s*[)）]\s*$/;

/** A row's cells, each with its column's name and, where it has only a number, the column's unit. */
function cellTexts(row: string, header: string | null): string[] {
  const names = header === null ? [] : rowCells(header);
  return rowCells(row).map((cell, i) => {
    const name = names[i] ?? '';
    const unit = /\d$/.test(cell) ? (UNIT_OF_COLUMN.exec(name)?.[1] ?? '') : '';
    return `${name.replace(UNIT_OF_COLUMN, '')} ${cell} ${unit}`;
  });
}

/** The measure of a question that a number of it, as tokens write it, belongs to. */
export function measureAmong(measures: readonly Measure[], number: string | undefined): OwnMeasure | undefined {
  const digits = (text: string) => /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');
  const own = measures.find(({ text, from, to }) => from === to && Number(digits(text)) === Number(number));
  return own && { family: own.family, size: own.from };
}

/** Terms that stand in no text: of what states a span that holds the measure, and of what holds anything of its kind. */
export const limitTerms = ({ family, size }: OwnMeasure, kind: AnswerType): { within: string; near: string } => ({
  within: `?within:${family}:${size}`,
  near: `?near:${family}:${size}:${kind}`,
});

/** Whether a sentence, or a row by its cells, has a term of {@link limitTerms}; undefined: that is no such term. */
export function hasLimitTerm(term: string, sentence: Sentence, question: string): boolean | undefined {
  const [, family, size, kind] = /^\?(?:within|near):(\w+):([\d.]+)(?::(\w+))?$/.exec(term) ?? [];
  if (size === undefined) return undefined;
  const parts = sentence.kind === 'row' ? cellTexts(sentence.text, sentence.lead) : [sentence.text];
  const spans = parts.flatMap(spansOf).filter((span) => span.family === family);
  if (spans.some(({ from, to }) => from <= Number(size) && Number(size) <= to)) return true;
  // A row whose spans are others is of other things; a sentence's limit is told to those who go beyond it.
  const apart = sentence.kind === 'row' && spans.length > 0;
  return kind !== undefined && !apart && holdsAnswer(kind as AnswerType, sentence, question);
}
