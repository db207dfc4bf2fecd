import { createElement as h, type ReactNode } from 'react';
import type { TracedCall, TracedStep } from './read-trace.ts';
import { facts, folded, milliseconds } from './trace-parts.ts';
import type { TraceWords } from './trace-words.ts';

/** The model gave no answer, or none that could be used. A reader who had enough is no failure. */
export const failed = (step: TracedStep): boolean =>
  step.kind === 'model' && !['ok', 'cancelled'].includes(step.call.outcome);

/** A call to a model: which, how it went, what it took, and the prompt and answer to open. */
export const callView = (call: TracedCall, words: TraceWords): ReactNode => [
  facts(factsOf(call, words)),
  call.messages.length === 0
    ? null
    : folded(
        words.prompt,
        call.messages.map(({ role, text }, index) =>
          h(
            'div',
            { key: index, className: 'trace-message' },
            h('span', { className: 'trace-tag' }, words.roles[role] ?? role),
            h('pre', null, text),
          ),
        ),
        'prompt',
      ),
];

function factsOf(call: TracedCall, words: TraceWords): Array<[string, string]> {
  const { model, outcome, finish, firstTokenMs, inputTokens, outputTokens, estimated } = call;
  const tokens =
    inputTokens === null
      ? null
      : `${estimated ? '≈ ' : ''}${words.tokensInOut.replace('{in}', String(inputTokens)).replace('{out}', String(outputTokens ?? 0))}`;
  const pairs: Array<[string, string | null]> = [
    [words.modelName, model],
    [words.outcome, outcome === 'ok' ? null : (words.outcomes[outcome] ?? outcome)],
    [words.finish, finish],
    [words.firstToken, firstTokenMs === null ? null : milliseconds(firstTokenMs)],
    [words.tokens, tokens],
  ];
  return pairs.flatMap(([name, value]): Array<[string, string]> => (value === null ? [] : [[name, value]]));
}
