import type { BaseMessage } from '@langchain/core/messages';
import { contextOf, readDialogue } from '../dialogue.ts';
import type { ScopeConfig, ScopeOf } from '../scope.ts';
import type { State, Update } from '../state.ts';

/** Turns the message into a typed decision: language, and for each request its intent, route and slots. */
export const createUnderstandNode =
  (scopeOf: ScopeOf) =>
  async (state: State, config: ScopeConfig): Promise<Update> => {
    const scope = scopeOf(config, state);
    // A button settled the change: there is nothing to understand.
    if (state.settlement) return { parts: null, result: null, understanding: null };
    scope.emit({ type: 'status', status: 'understanding' });
    // Chat clients of the LangGraph server add a message; then the text is an earlier turn's.
    const text = lastHumanText(state.messages) ?? state.text;
    const dialogue = readDialogue(state.dialogue);
    const pending = scope.pendingConfirmation;
    const understanding = await scope.session.understand({
      text,
      dialogue: contextOf(dialogue, pending !== null, scope.fallbackLanguage),
      history: scope.history,
    });
    scope.trace.push({ step: 'understand', atMs: performance.now(), data: understanding });
    const answer = understanding.requests.length === 1 ? understanding.requests[0]?.slots.answer : undefined;
    const settlement = pending && answer ? { confirmationId: pending.id, approve: answer === 'yes' } : null;
    return { text, understanding, settlement, parts: null, result: null };
  };

function lastHumanText(messages: BaseMessage[]): string | undefined {
  return messages.filter((message) => message.getType() === 'human').at(-1)?.text;
}
