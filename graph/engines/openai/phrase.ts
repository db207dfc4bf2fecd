import type { Analyzer } from '../../../knowledge/text/analyzer.ts';
import { fenced, fencedHistory, systemPrompt } from '../../prompts/prompts.ts';
import type { EngineSession } from '../engine.ts';
import { createGrounding, type GroundingText } from '../grounding/grounding.ts';
import { createSentenceBuffer } from '../grounding/sentences.ts';
import { missingValues, readValues } from '../grounding/values.ts';
import type { TurnBudget } from './budget.ts';
import { readAll, type Upstream, type UpstreamPurpose } from './upstream.ts';

interface Deps {
  upstream: Upstream;
  analyzer: Analyzer;
  budget: TurnBudget;
  signal: AbortSignal;
}

/**
 * The draft in better words. Whole before it is shown, since a missing order number is only known at the end.
 * Undefined: something was added or lost, and the draft itself is to be said.
 */
export async function phraseByModel(
  deps: Deps,
  { question, draft, facts, language, history }: Parameters<EngineSession['phrase']>[0],
): Promise<string | undefined> {
  const text = await writeGrounded(deps, {
    purpose: 'phrase',
    instructions: systemPrompt('phrase', { language }),
    data: `${fenced('draft', draft)}\n\n${fenced('facts', facts)}\n\n${fencedHistory(history, 'phrase')}${fenced('question', question)}`,
    sources: [
      { text: draft, language },
      { text: facts, language },
    ],
    language,
  });
  return missingValues(readValues(draft), readValues(text)).length === 0 && text !== '' ? text : undefined;
}

/** A hand-over note from the conversation alone. Undefined: nothing in it held. */
export async function summariseByModel(
  deps: Deps,
  { history, language }: Parameters<EngineSession['summarise']>[0],
): Promise<string | undefined> {
  const text = await writeGrounded(deps, {
    purpose: 'summarise',
    instructions: systemPrompt('summarise', { language }),
    data: fencedHistory(history, 'summarise'),
    sources: undefined,
    language,
  });
  const known = readValues(history.map((line) => line.text).join('\n'));
  return text !== '' && missingValues(readValues(text), known).length === 0 ? text : undefined;
}

/** One answer, of which only the sentences stay that its sources bear out (all of them where none are given). */
async function writeGrounded(
  deps: Deps,
  input: {
    purpose: UpstreamPurpose;
    instructions: string;
    data: string;
    sources: GroundingText[] | undefined;
    language: 'zh' | 'en';
  },
): Promise<string> {
  const { purpose, instructions, data, sources, language } = input;
  const answer = await readAll(
    deps.upstream.stream({
      purpose,
      messages: [
        ['system', instructions],
        ['user', data],
      ],
      budget: deps.budget,
      signal: deps.signal,
    }),
  );
  const whole = answer?.text ?? '';
  if (!sources) return whole.trim();
  const grounding = createGrounding({ analyzer: deps.analyzer, sources, language, instructions });
  const all = sources.map((_, i) => i);
  const buffer = createSentenceBuffer();
  return [...buffer.push(whole), buffer.end()]
    .filter((sentence) => sentence.trim() !== '' && grounding.support(sentence, all) !== undefined)
    .join('')
    .trim();
}
