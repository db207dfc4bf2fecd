import { randomUUID } from 'node:crypto';
import type { BaseMessage } from '@langchain/core/messages';
import type { Engine, HistoryLine } from './engines/engine.ts';
import type { TurnCaller } from './ports.ts';
import type { ScopeConfig, ScopeOf, TurnScope } from './scope.ts';
import type { TurnEvent } from './turn-events.ts';

const HISTORY = 12;

/**
 * A scope for runs that come without one: the LangGraph development server and Studio. History is the thread's
 * messages, events go to the custom stream. Nothing is stored outside the thread, so no change is proposed; who is
 * asking is a visitor unless `callerOf` says otherwise.
 */
export function createStudioScope(options: { engine: Engine; callerOf: (config: ScopeConfig) => TurnCaller }): ScopeOf {
  return (config, state): TurnScope => {
    const emit = (event: TurnEvent) => config.writer?.(event);
    const signal = config.signal ?? new AbortController().signal;
    return {
      conversationId: String(config.configurable?.thread_id ?? 'studio'),
      replyId: randomUUID(),
      caller: options.callerOf(config),
      fallbackLanguage: 'en',
      history: historyOf(state.messages ?? []),
      pendingConfirmation: null,
      mayWrite: false,
      session: options.engine.open({ signal }),
      // Each node has a scope of its own here, so each speaks at once.
      speaker: {
        channel: () => ({ delta: (text) => emit({ type: 'delta', text }), reset: () => emit({ type: 'reset' }) }),
        close: () => undefined,
        firstTokenMs: () => null,
      },
      emit,
      now: new Date(),
      signal,
      trace: [],
    };
  };
}

function historyOf(messages: unknown[]): HistoryLine[] {
  return (messages as BaseMessage[])
    .slice(0, -1)
    .slice(-HISTORY)
    .flatMap((message) => {
      const type = message.getType();
      if (type !== 'human' && type !== 'ai') return [];
      return [{ author: type === 'human' ? ('customer' as const) : ('bot' as const), text: message.text }];
    });
}
