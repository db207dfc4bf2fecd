import type { NumberedTurnEvent, TurnHandle } from '../../conversations/ports.ts';
import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';

export const CITATION = { marker: 1, documentId: 'd1', title: '退货政策', page: 3, quote: '七天无理由退货' };

/** A finished knowledge turn's result. */
export const turnResult = (over: Partial<TurnResult> = {}): TurnResult => ({
  conversationId: 'c1',
  messageId: 'reply-1',
  status: 'bot',
  route: 'knowledge',
  routes: ['knowledge'],
  intent: 'return_policy',
  confidence: 0.97,
  language: 'zh',
  text: '七天内可退货 [1]。',
  citations: [CITATION],
  cards: [],
  confirmation: null,
  quickReplies: [],
  engine: 'local',
  degraded: false,
  ...over,
});

/** What a knowledge turn tells, in order. */
export function knowledgeEvents(result: TurnResult = turnResult()): TurnEvent[] {
  const { route, routes, intent, confidence, language } = result;
  return [
    { type: 'start', conversationId: result.conversationId, messageId: result.messageId ?? 'reply-1' },
    { type: 'status', status: 'searching' },
    { type: 'route', route, routes, intent, confidence, language },
    { type: 'delta', text: result.text.slice(0, 4) },
    { type: 'delta', text: result.text.slice(4) },
    ...result.citations.map((citation) => ({ type: 'citation' as const, citation })),
    { type: 'finish', result },
  ];
}

export interface ScriptedTurn extends TurnHandle {
  /** How many listeners there are now. */
  listeners(): number;
  /** Lets events up to this number (from 1) happen. */
  release(upTo: number): void;
}

/** A turn whose events happen at once, or as far as the test releases them. */
export function scriptedTurn(
  options: { events?: TurnEvent[]; held?: boolean; ids?: Partial<TurnHandle> } = {},
): ScriptedTurn {
  const events = options.events ?? knowledgeEvents();
  let released = options.held ? 0 : events.length;
  let listeners = 0;
  let wake = Promise.withResolvers<void>();
  const outcome = Promise.withResolvers<TurnResult>();
  outcome.promise.catch(() => undefined);
  const settle = () => {
    const last = events.at(-1);
    if (released < events.length || !last) return;
    if (last.type === 'finish') outcome.resolve(last.result);
    if (last.type === 'error') outcome.reject(new Error(last.message));
  };
  settle();
  return {
    conversationId: 'c1',
    messageId: 'm1',
    replyId: 'reply-1',
    ...options.ids,
    result: outcome.promise,
    listeners: () => listeners,
    release(upTo) {
      released = upTo;
      settle();
      wake.resolve();
      wake = Promise.withResolvers();
    },
    async *events({ after = 0, signal } = {}): AsyncGenerator<NumberedTurnEvent> {
      listeners += 1;
      const gone = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
      try {
        for (let index = after + 1; index <= events.length && !signal?.aborted; index += 1) {
          while (index > released && !signal?.aborted) await Promise.race([wake.promise, gone]);
          const event = events[index - 1];
          if (event && !signal?.aborted) yield { index, event };
        }
      } finally {
        listeners -= 1;
      }
    },
  };
}
