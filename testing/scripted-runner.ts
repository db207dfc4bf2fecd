import type { TurnInput, TurnOutcome, TurnRunner } from '../graph/ports.ts';
import type { TurnEvent } from '../graph/turn-events.ts';
import { emptyReply, type TurnResult } from '../graph/turn-result.ts';

export interface RunContext {
  input: TurnInput;
  emit: (event: TurnEvent) => void;
  signal: AbortSignal;
}

/** A reply's text, or the parts of an outcome that differ from a plain answer. */
export type ScriptedReply = string | (Partial<Omit<TurnOutcome, 'result'>> & { result: Partial<TurnResult> });

/** What a script does for one message; a string is streamed in pieces of four characters. */
export type Script = (context: RunContext) => Promise<ScriptedReply> | ScriptedReply;

export interface ScriptedRunner extends TurnRunner {
  /** Every run's input, in the order in which they began. */
  readonly runs: TurnInput[];
  readonly forgotten: string[];
  /** Runs that are under way. */
  running(): number;
}

const plainResult = (input: TurnInput): TurnResult => ({
  conversationId: input.conversationId,
  messageId: input.replyId,
  status: 'bot',
  route: 'knowledge',
  routes: ['knowledge'],
  intent: 'return_policy',
  confidence: 0.9,
  language: input.fallbackLanguage,
  ...emptyReply(),
});

/** The graph's double: answers as the script says, and fails when two runs of one conversation meet. */
export function createScriptedRunner(script: Script): ScriptedRunner {
  const runs: TurnInput[] = [];
  const forgotten: string[] = [];
  const busy = new Set<string>();
  return {
    runs,
    forgotten,
    running: () => busy.size,
    async run(input, { emit, signal }) {
      if (busy.has(input.conversationId)) throw new Error(`Two turns of ${input.conversationId} ran at once.`);
      busy.add(input.conversationId);
      runs.push(input);
      try {
        const reply = await script({ input, emit, signal });
        signal.throwIfAborted();
        const outcome = typeof reply === 'string' ? { result: { text: reply } } : reply;
        const result = { ...plainResult(input), ...outcome.result };
        const { route, routes, intent, confidence, language } = result;
        emit({ type: 'route', route, routes, intent, confidence, language });
        for (let at = 0; at < result.text.length; at += 4) emit({ type: 'delta', text: result.text.slice(at, at + 4) });
        return {
          dialogue: { ...input.dialogue, last: input.text },
          handoff: null,
          confirmation: null,
          unanswered: null,
          firstTokenMs: 1,
          trace: null,
          ...outcome,
          result,
        };
      } finally {
        busy.delete(input.conversationId);
      }
    },
    forget(turnId) {
      forgotten.push(turnId);
      return Promise.resolve();
    },
  };
}
