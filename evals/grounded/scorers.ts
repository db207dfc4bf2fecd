import type { Verdict } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { GroundedCase } from './cases.ts';
import { unfounded } from './numbers.ts';

/** A reply beside what it may be made of. */
export interface GroundedReply {
  reply: Reply;
  /** The citations' sources by name, in their order. */
  sources: string[];
  /** Citations whose quote does not stand on the page that they name. */
  misplaced: string[];
  /** Order cards that differ from the order on file. */
  wrongOrders: string[];
  /** What every reply may say: the shop's profile and rules, and the question. */
  facts: string;
}

const SHOP_ZONE = 'Asia/Shanghai';

/** One of the expected sources is cited. */
export function citedWhatAnswers({ reply, sources }: GroundedReply, one: GroundedCase): Verdict | undefined {
  if (one.kind !== 'answerable' || reply.route === 'order') return undefined;
  return {
    passed: sources.some((source) => one.expect.includes(source)),
    expected: one.expect.join(' | '),
    actual: sources.join(', ') || `no citation: ${reply.text.slice(0, 80)}`,
  };
}

/** The first citation, which the answer opens with, is one of the expected. */
export function firstCitationAnswers({ sources }: GroundedReply, one: GroundedCase): Verdict | undefined {
  if (one.kind !== 'answerable' || sources.length === 0) return undefined;
  return {
    passed: one.expect.includes(sources[0] ?? ''),
    expected: one.expect.join(' | '),
    actual: sources[0] ?? '',
  };
}

/** A reply of the knowledge route has citations, and each marker in the text has its citation. */
export function everyClaimIsCited({ reply }: GroundedReply): Verdict | undefined {
  if (reply.route !== 'knowledge') return undefined;
  const markers = [...reply.text.matchAll(/\[(\d{1,2})\]/g)].map(([, n]) => Number(n));
  const known = new Set(reply.citations.map(({ marker }, index) => marker ?? index + 1));
  const loose = markers.filter((marker) => !known.has(marker));
  const answered = reply.citations.length > 0 && markers.length > 0;
  return {
    passed: loose.length === 0 && (answered || reply.citations.length === markers.length),
    expected: 'markers and citations agree',
    actual: `markers ${markers.join(', ') || 'none'}; citations ${[...known].join(', ') || 'none'}`,
  };
}

export const quotesStand = ({ reply, misplaced }: GroundedReply): Verdict | undefined =>
  reply.citations.length === 0
    ? undefined
    : { passed: misplaced.length === 0, expected: 'each quote on its page', actual: misplaced.join('; ') || 'each' };

/** Every number and date stands in a cited passage, a card, or the shop's rules. */
export function numbersAreFounded({ reply, facts }: GroundedReply): Verdict {
  const sources = [
    facts,
    JSON.stringify(reply.cards),
    JSON.stringify(reply.confirmation),
    JSON.stringify(reply.citations),
  ];
  const loose = unfounded(reply.text, sources.join('\n'), SHOP_ZONE);
  return { passed: loose.length === 0, expected: 'none unfounded', actual: loose.join(', ') || 'none' };
}

export const ordersAreAsOnFile = ({ reply, wrongOrders }: GroundedReply): Verdict | undefined =>
  reply.cards.some(({ type }) => type === 'order')
    ? { passed: wrongOrders.length === 0, expected: 'as on file', actual: wrongOrders.join('; ') || 'as on file' }
    : undefined;

/** What nothing answers is not answered from documents. */
export function declines({ reply, sources }: GroundedReply, one: GroundedCase): Verdict | undefined {
  if (one.kind !== 'unanswerable') return undefined;
  return {
    passed: sources.length === 0,
    expected: 'nothing cited',
    actual: sources.length === 0 ? reply.route : `${sources.join(', ')}: ${reply.text.slice(0, 80)}`,
  };
}

/** What the documents answer is not declined. What is taken for the asker's own order is the routing suite's concern. */
export function answers({ reply, sources }: GroundedReply, one: GroundedCase): Verdict | undefined {
  if (one.kind !== 'answerable' || reply.route === 'order') return undefined;
  return { passed: sources.length > 0, expected: 'an answer', actual: `${reply.route}: ${reply.text.slice(0, 80)}` };
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s…|•]+/g, '');

/** Whether each sentence or cell of a quote stands in the text. Rows of a table are quoted without those between them. */
export const standsIn = (quote: string, text: string): boolean => {
  const whole = bare(text);
  return quote
    .split(quote.includes('|') ? /[|\s…]+/u : /[。\n…]|\.\s/u)
    .map(bare)
    .every((piece) => whole.includes(piece));
};
