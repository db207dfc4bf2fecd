import type { Analyzer } from '../../../knowledge/text/analyzer.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { fenced, fencedHistory, NO_ANSWER, systemPrompt } from '../../prompts/prompts.ts';
import type { Citation } from '../../turn-result.ts';
import type { EngineSession, ReplyWriter, WrittenAnswer } from '../engine.ts';
import { createGrounding, type Support } from '../grounding/grounding.ts';
import { createSentenceBuffer } from '../grounding/sentences.ts';
import type { TurnBudget } from './budget.ts';
import { messageThatFits, passagesThatFit } from './input.ts';
import type { Upstream } from './upstream.ts';

type AnswerInput = Parameters<EngineSession['writeAnswer']>[0];

const MARKER = /\s*\[(\d{1,2})\]/g;
const TERMINATOR = /[。！？!?.…]["'”’）)]*$/;
/** So many sentences held back in a row are no slip: once the customer has waited, or without end, it is over. */
const HELD_BACK = { waiting: 3, atMost: 12 };
/** A line that only announces what follows. */
const ANNOUNCES = /[:：]\s*$/;

/**
 * Writes from the passages and lets through only the sentences that they bear out, each when it is complete.
 * Undefined: nothing was left, and nothing was written.
 */
export async function answerByModel(
  deps: { upstream: Upstream; analyzer: Analyzer; budget: TurnBudget; signal: AbortSignal },
  input: AnswerInput,
  writer: ReplyWriter,
): Promise<WrittenAnswer | undefined> {
  const { language, history } = input;
  const question = messageThatFits(input.question);
  const hits = passagesThatFit(input.hits);
  const instructions = systemPrompt('answer', { language });
  const stream = deps.upstream.stream({
    purpose: 'answer',
    messages: [
      ['system', instructions],
      ['user', `${hits.map(passage).join('\n')}\n\n${fencedHistory(history, 'answer')}${fenced('question', question)}`],
    ],
    passages: hits.map(({ id }) => id),
    budget: deps.budget,
    signal: deps.signal,
  });
  const grounding = createGrounding({
    analyzer: deps.analyzer,
    sources: hits.map((hit) => ({
      text: hit.text,
      around: `${hit.title} ${hit.heading ?? ''}`,
      language: hit.language,
    })),
    language,
    instructions,
  });
  const answer = createCitedText(hits, writer);
  const buffer = createSentenceBuffer();
  let declined = false;
  let heldBack = 0;
  let heardAt = performance.now();

  const consider = (raw: string) => {
    if (raw.includes(NO_ANSWER)) declined = true;
    const cited = [...raw.matchAll(MARKER)].map((match) => Number(match[1]) - 1);
    const sentence = raw.replace(MARKER, '');
    const supports = declined ? undefined : grounding.support(sentence, cited);
    if (supports) {
      answer.add(sentence, supports);
      heldBack = 0;
      heardAt = performance.now();
    } else {
      answer.skip();
      if (sentence.trim() !== '') heldBack += 1;
    }
  };
  const isOver = () =>
    heldBack >= HELD_BACK.atMost ||
    (heldBack >= HELD_BACK.waiting && performance.now() - heardAt > deps.budget.gapMs());
  let cutShort = false;
  for await (const chunk of stream) {
    if (chunk.response_metadata.finish_reason === 'length') cutShort = true;
    for (const sentence of buffer.push(chunk.text)) consider(sentence);
    if (isOver()) break;
  }
  const last = isOver() ? '' : buffer.end();
  if (last.trim() !== '' && (!cutShort || TERMINATOR.test(last.trim()))) consider(last);

  const written = answer.result();
  if (written.text !== '') return { ...written, answered: true };
  return declined ? { ...written, answered: false } : undefined;
}

/** A passage as the prompt has it; `i` is its place from 0. */
export const passage = (hit: Pick<Hit, 'title' | 'heading' | 'page' | 'text'>, i: number): string => {
  const about = [hit.title, hit.heading, hit.page === null ? null : `p. ${hit.page}`].filter(Boolean).join(' · ');
  return fenced('passage', `${about}\n${hit.text}`, ` n="${i + 1}"`);
};

/** The reply as it grows: markers count the sources in the order in which they are first cited. */
function createCitedText(hits: readonly Hit[], writer: ReplyWriter) {
  const citations: Citation[] = [];
  let text = '';
  let announced = '';

  function markerOf({ source, quote }: Support): number {
    const hit = hits[source];
    if (!hit) throw new Error('A support names a passage that was not given.');
    const known = citations.find(({ documentId, page }) => documentId === hit.documentId && page === hit.page);
    if (known?.marker !== undefined) return known.marker;
    const marker = citations.length + 1;
    citations.push({ marker, documentId: hit.documentId, title: hit.title, page: hit.page, quote });
    return marker;
  }

  return {
    add(sentence: string, supports: Support[]) {
      const gap = sentence.slice(0, sentence.length - sentence.trimStart().length);
      const body = sentence.trim();
      // "You can return it when:" waits until something follows that holds.
      if (ANNOUNCES.test(body)) {
        announced = `${gap}${body}`;
        return;
      }
      const markers = [...new Set(supports.map(markerOf))].map((marker) => `[${marker}]`).join('');
      const piece = `${announced}${gap}${body}${markers}`;
      announced = '';
      const delta = text === '' ? piece.trimStart() : piece;
      text += delta;
      writer.delta(delta);
    },
    /** A sentence fell out: what announced it says nothing any more. */
    skip() {
      announced = '';
    },
    result: () => ({ text, citations }),
  };
}
