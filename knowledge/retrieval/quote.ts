import type { Language } from '../../stores/schema.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { rowCells, rowText } from '../text/table-row.ts';
import type { Hit } from '../types.ts';
import { type AnswerType, answerTypeOf, holdsAnswer } from './answer-type.ts';
import { isHeadedBy } from './headed-by.ts';
import { tellsOfProduct } from './of-product.ts';
import { questionOf } from './question-of.ts';

/** A stretch of a passage that answers, as it can be read by itself. */
export interface QuotedSentence {
  /** List items with their lead-in, table rows with the names of their columns. */
  text: string;
  /** The words as the passage has them. */
  quote: string;
  hit: Hit;
}

const HITS = 4;
/** Hits far below the best one's evidence are about something else. */
const HIT_SHARE = 0.6;
/** Further sentences must say about as much about the question as the best one. */
const SENTENCE_SHARE = 0.86;
/** Rows of one table differ in a cell or two: only those that say as much as the best belong to the answer. */
const ROW_SHARE = 0.94;
/** Passages in the customer's language speak alone when they are about as sure as the best of all. */
export const OWN_LANGUAGE_SHARE = 0.75;
const SHORT_ANSWER = 240;
const LIST_ITEMS = 10;
/** A section whose heading is what was asked comes whole up to this length, else by its best sentences. */
const WHOLE_SECTION = 600;
const SECTION_SENTENCES = 4;
const HOW_TO = /怎么|怎样|如何|步骤|流程|咋|\bhow (?:do|can|to|should|would)\b|\bsteps?\b/i;

/** Steps in a hit that is nearly as good as the best one, as sure and as high in rank, answer "how" better than it. */
const STEPS_SHARE = 0.9;

function readable(sentence: Sentence, hit: Hit): string {
  if (sentence.kind === 'row') return rowText(sentence.text, sentence.lead, hit.language);
  if (sentence.kind === 'item' && sentence.lead)
    return `${sentence.lead}${hit.language === 'zh' ? '' : ' '}${sentence.text}`;
  return sentence.text;
}

const quoteOf = (sentence: Sentence) => (sentence.kind === 'row' ? rowCells(sentence.text).join(' | ') : sentence.text);

interface Candidate {
  hit: Hit;
  /** Sentences, list items and table rows of the hit, in reading order; the candidate is the one at `at`. */
  passage: Sentence[];
  at: number;
  sentence: Sentence;
  score: number;
}

function candidatesOf(hit: Hit, question: string): Candidate[] {
  const passage = splitSentences(hit.text);
  const candidates = passage.map((sentence, at) => ({ hit, passage, at, sentence, score: hit.sentences[at] ?? 0 }));
  if (hit.kind !== 'product') return candidates;
  const tells = tellsOfProduct(question, hit);
  return candidates.filter(({ sentence }) => tells(sentence.text));
}

/** Kinds of answers that are told by how they look: an amount is asked for, so a sentence without one answers nothing. */
const PLAIN = new Set<AnswerType>(['money', 'duration', 'date', 'share', 'contact']);
/** Nor is one with an amount an answer when it says this much less about the question. */
const HOLDING_SHARE = 0.8;

/** What says of a table's bare figures that they are amounts, where their columns do not. */
const PRICED = /\b(?:prices?|rates|fees|tariffs?|charges)\b|价[格目表单]|报价|收费|资费/i;
const BARE_FIGURE = /\|\s*\d[\d.,]*\s*(?=\||$)/;

/** Whether a row of a table that is named after prices has a figure to be one: in the title, above it, or in its caption. */
function isPriceRow({ hit, sentence }: Candidate): boolean {
  if (sentence.kind !== 'row' || !BARE_FIGURE.test(sentence.text)) return false;
  const [above = ''] = hit.text.split(/^\s*\|/m, 1);
  const caption = above.trim().split('\n').at(-1) ?? '';
  return PRICED.test(`${hit.title} ${hit.heading ?? ''} ${caption}`);
}

/** The candidates, best first, that hold the kind of thing that is asked for; all of them where none of the best does. */
function thatHold(question: string, ranked: Candidate[]): Candidate[] {
  const type = answerTypeOf(question);
  if (!type || !PLAIN.has(type)) return ranked;
  // What costs 60 % of something has its price told too.
  const types: AnswerType[] = type === 'money' ? [type, 'share'] : [type];
  const holding = ranked.filter(
    (one) => types.some((kind) => holdsAnswer(kind, one.sentence, question)) || (type === 'money' && isPriceRow(one)),
  );
  return (holding[0]?.score ?? 0) >= HOLDING_SHARE * (ranked[0]?.score ?? 0) ? holding : ranked;
}

/** The numbered steps of the first hit that has some. */
function firstSteps(hits: readonly Hit[]): QuotedSentence | undefined {
  for (const hit of hits) {
    const steps = stepsOf(hit);
    if (steps) return steps;
  }
  return undefined;
}

function stepsOf(hit: Hit): QuotedSentence | undefined {
  const items = splitSentences(hit.text).filter((part) => part.kind === 'item' && /\d|[①-⑳]/.test(part.marker ?? ''));
  if (items.length < 2) return undefined;
  const kept = items.slice(0, LIST_ITEMS);
  return {
    text: kept.map((item) => `${item.marker} ${item.text}`).join('\n'),
    quote: kept.map((item) => item.text).join(' '),
    hit,
  };
}

/** A section that its heading says to be the answer: all of it where it is short, else what answers best in it. */
function wholeOrBest(question: string, section: Hit, ranked: readonly Candidate[]): QuotedSentence[] {
  const all = candidatesOf(section, question);
  const isShort = section.text.length <= WHOLE_SECTION && all.length <= LIST_ITEMS;
  const kept = isShort ? all : ranked.filter(({ hit }) => hit === section).slice(0, SECTION_SENTENCES);
  const lead = (part: Sentence): boolean =>
    all.some(({ sentence }) => sentence.kind === 'item' && sentence.lead === part.text);
  return kept
    .toSorted((a, b) => a.at - b.at)
    .filter(({ sentence }) => !(isShort && lead(sentence)))
    .map(({ sentence, hit }) => quoted(sentence, hit));
}

/** A list's lead-in alone says nothing: its items come with it. */
function withItems({ hit, sentence, passage }: Candidate): QuotedSentence {
  const items = passage.filter((part) => part.kind === 'item' && part.lead === sentence.text).slice(0, LIST_ITEMS);
  if (items.length === 0) return quoted(sentence, hit);
  const lines = items.map((item) => `${item.marker ?? '-'} ${item.text}`);
  return {
    text: [sentence.text, ...lines].join('\n'),
    quote: [sentence.text, ...items.map((i) => i.text)].join(' '),
    hit,
  };
}

/**
 * The sentences of the passages that answer best, at most `max`, in the order of the hits and of the text.
 * Short answers to a passage's own question come whole, and so do numbered steps when the question asks how.
 */
export function bestSentences(input: {
  question: string;
  hits: Hit[];
  language: Language;
  max?: number;
}): QuotedSentence[] {
  const { question, max = 3 } = input;
  const best = Math.max(0, ...input.hits.map((hit) => hit.evidence));
  const strong = input.hits.filter((hit) => hit.evidence >= best * HIT_SHARE).slice(0, HITS);
  const preferred = strong.filter((hit) => hit.language === input.language);
  const hits = (preferred[0]?.evidence ?? 0) >= best * OWN_LANGUAGE_SHARE && preferred.length > 0 ? preferred : strong;
  const candidates = hits.map((hit) => candidatesOf(hit, question));
  // The product that is meant tells nothing of it: what others have is no answer.
  if (candidates[0]?.length === 0) return [];
  const ranked = thatHold(
    question,
    candidates.flat().sort((a, b) => b.score - a.score),
  );
  const top = ranked[0];
  if (!top || top.score === 0) return [];
  const asksHow = HOW_TO.test(question);
  const section = asksHow
    ? hits.find((hit) => hit.evidence >= best * STEPS_SHARE && isHeadedBy(question, hit))
    : undefined;
  if (section) return [stepsOf(section) ?? wholeOrBest(question, section, ranked)].flat();
  if (questionOf(top.hit) !== undefined && top.hit.text.length <= SHORT_ANSWER && !/^\s*\|/m.test(top.hit.text))
    return [{ text: top.hit.text, quote: top.hit.text, hit: top.hit }];
  const highest = Math.max(...hits.map((hit) => hit.score));
  // Steps of another section mention what the section that is headed by it tells.
  const named = (hits[0]?.named ?? 0) * STEPS_SHARE;
  const isNear = (hit: Hit) =>
    hit.evidence >= best * STEPS_SHARE && hit.score >= highest * STEPS_SHARE && (hit.named ?? 0) >= named;
  const list = asksHow ? firstSteps(hits.filter(isNear)) : undefined;
  if (list && (top.sentence.kind === 'item' || top.hit.documentId === list.hit.documentId)) return [list];

  const chosen: Candidate[] = [];
  for (const candidate of ranked) {
    if (chosen.length === max || candidate.score < top.score * SENTENCE_SHARE) break;
    if (candidate.sentence.kind === 'row' && candidate.score < top.score * ROW_SHARE) continue;
    if (!chosen.some((other) => other.sentence.text === candidate.sentence.text)) chosen.push(candidate);
  }
  // The passage with the best sentence speaks first.
  const order = new Map(hits.map((hit, i) => [hit, hit === top.hit ? -1 : i]));
  chosen.sort((a, b) => (order.get(a.hit) ?? 0) - (order.get(b.hit) ?? 0) || a.at - b.at);
  const denied = new Set<Hit>();
  const asksWhether = WHETHER.test(question);
  const isLed = ({ hit, sentence }: Candidate) =>
    sentence.lead !== null && chosen.some((one) => one.hit === hit && one.sentence.text === sentence.lead);
  const apart = chosen.filter((one) => one.sentence.kind !== 'item' || !isLed(one));
  return apart.flatMap((candidate) => {
    const { hit } = candidate;
    const says = denied.has(hit) ? undefined : deniedBy(hit, candidate.sentence);
    if (says) denied.add(hit);
    const before = saidBefore(candidate);
    const isChosen = (at: number): boolean => chosen.some((one) => one.hit === candidate.hit && one.at === at);
    const lead = before && !isChosen(candidate.at - 1) ? [quoted(before, candidate.hit)] : [];
    const told = withItems(candidate);
    const said = [...lead, says ? { ...told, text: `${says}${told.text}` } : told];
    const reply = replyTo(candidate) ?? (candidate === top && asksWhether ? limitOf(candidate) : undefined);
    return reply && !isChosen(candidate.at + 1) ? [...said, quoted(reply, candidate.hit)] : said;
  });
}

const quoted = (sentence: Sentence, hit: Hit): QuotedSentence => ({
  text: readable(sentence, hit),
  quote: quoteOf(sentence),
  hit,
});

const DENIES =
  /不(?:在|能|可|支持|予|包|含|保|退|换|接受|适用|属|参加|享)|除外|例外|无法|\b(?:not|never|cannot|exclu\w+|exceptions?)\b|n['’]t\b/i;

/** The heading that turns a sentence into its opposite: "What can't come back" above "Opened filters". */
function deniedBy(hit: Hit, sentence: Sentence): string | undefined {
  const own = hit.heading?.split(' › ').at(-1) ?? '';
  const heads = own !== hit.title && DENIES.test(own) && !/[?？]$/.test(own);
  if (!heads || sentence.kind === 'row' || DENIES.test(readable(sentence, hit))) return undefined;
  return `${own}${hit.language === 'zh' ? '：' : ': '}`;
}

/** "If it still does not start, call us": what to try first stands in the sentence before. */
const LEANS =
  /^(?:if (?:it|they|this|that|the [a-z]+) (?:still|then)|if (?:not|that (?:fails|does ?n[o'’]t help))\b|otherwise\b)|^(?:如果?|若|要是)?(?:还|仍然?|依然)(?:是|旧)?(?:不|没|无)|^否则/i;

const saidBefore = ({ at, sentence, passage }: Candidate): Sentence | undefined => {
  const before = passage[at - 1];
  return sentence.kind === 'sentence' && before?.kind === 'sentence' && LEANS.test(sentence.text.trim())
    ? before
    : undefined;
};

const ASKS = /[?？]["'”’）)]*$/;
/** "Yes." and "可以。" say to what in the sentence behind them. */
const BARE_ANSWER =
  /^(?:yes|no|sure|of course|certainly|是的?|可以的?|能的?|不是|不可以|不能|不行|行|会的?|不会|有的?|没有)[.!。！,，]?$/i;

/** Asks whether something may be done. */
const WHETHER =
  /\b(?:can|could|may|am|are) (?:i|we|my|our|it|they|the)\b|\bis it (?:ok|okay|possible|allowed)\b|能(?:不能)?.{0,16}[吗么不?？]|可不可以|可以.{0,16}[吗么不?？]|能不能|(?:行|成)[吗么不]/i;
/** What bounds the sentence before it. */
const LIMITS =
  /\b(?:not|cannot|no longer|never|except(?:ions?)?|unless|only|however|but|excluded|at (?:most|least)|within)\b|(?<![无没])不(?!仅|但|需|用|必|收)|除外|除非|例外|但|仅限|只(?:限|能|有)|最多|最少|至少/i;
const LONGEST_LIMIT = 160;

/** Where it is asked whether something may be done, what bounds the answer belongs to it, right behind what says that it may. */
const limitOf = ({ at, sentence, passage }: Candidate): Sentence | undefined => {
  const next = passage[at + 1];
  const bounds = next?.kind === 'sentence' && next.text.length <= LONGEST_LIMIT && LIMITS.test(next.text);
  return bounds && sentence.kind === 'sentence' && !LIMITS.test(sentence.text) ? next : undefined;
};

/** A passage that asks itself ("Found it cheaper? We refund the difference.") answers in its next sentence. */
const replyTo = ({ at, sentence, passage }: Candidate): Sentence | undefined => {
  const said = sentence.text.trim();
  return sentence.kind === 'sentence' && (ASKS.test(said) || BARE_ANSWER.test(said)) ? passage[at + 1] : undefined;
};
