import { createGrounding } from '../../graph/engines/grounding/grounding.ts';
import { guessLanguage } from '../../knowledge/text/guess-language.ts';
import { splitSentences } from '../../knowledge/text/sentences.ts';
import { tradeWords } from '../../knowledge/text/trade-words.ts';
import type { Verdict } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { PortableCase } from './portable-case.ts';

/** A reply with its citations' sources by name. */
export interface DatasetReply {
  reply: Reply;
  sources: string[];
}

export function routeFits({ reply }: DatasetReply, { expected }: PortableCase): Verdict | undefined {
  if (expected.route === undefined) return undefined;
  const all = [reply.route, ...(reply.routes ?? [])];
  return { passed: all.includes(expected.route as Reply['route']), expected: expected.route, actual: reply.route };
}

/** One of the expected sources is cited; where none is expected, none is. */
export function sourceFits({ reply, sources }: DatasetReply, { expected }: PortableCase): Verdict | undefined {
  if (expected.sources === undefined) return undefined;
  const cited = [...sources, ...reply.citations.map(({ title }) => title)];
  const wanted = expected.sources;
  return {
    passed: wanted.length === 0 ? cited.length === 0 : wanted.some((one) => cited.includes(one)),
    expected: wanted.join(' | ') || 'nothing cited',
    actual: sources.join(', ') || `nothing cited: ${reply.text.slice(0, 80)}`,
  };
}

export function ordersFit({ reply }: DatasetReply, { expected }: PortableCase): Verdict | undefined {
  if (expected.orders === undefined) return undefined;
  const shown = reply.cards.flatMap((card) => (card.type === 'order' ? [card.id] : []));
  const missing = expected.orders.filter((id) => !shown.includes(id) && !reply.text.includes(id));
  return { passed: missing.length === 0, expected: expected.orders.join(', '), actual: shown.join(', ') || 'none' };
}

/** Every sentence of the reference answer is borne out by the reply: its numbers and most of its words, no opposite. */
export function saysTheReference({ reply }: DatasetReply, { expected }: PortableCase): Verdict | undefined {
  if (!expected.answer) return undefined;
  const language = guessLanguage(expected.answer);
  const { analyzer } = tradeWords();
  const text = reply.text.replace(/\[\d{1,2}\]/g, '');
  const grounding = createGrounding({
    analyzer,
    sources: [{ text, language: reply.language }],
    language,
    instructions: '',
  });
  const unsaid = splitSentences(expected.answer).filter((one) => grounding.support(one.text, [0]) === undefined);
  return { passed: unsaid.length === 0, expected: expected.answer, actual: text.slice(0, 160) };
}
