import type { BaseMessage } from '@langchain/core/messages';
import type { FindOrdersTool } from '../../tools/orders/find-orders.ts';
import type { DialogueContext } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { withBoughtOrder } from '../orders/selection/bought-order.ts';
import { ofOwnOpenOrder } from '../orders/selection/own-open-order.ts';
import { readTurn } from '../repair/read-turn.ts';
import type { ScopeConfig, ScopeOf } from '../scope.ts';
import type { State, Update } from '../state.ts';

/** Turns the message into a typed decision: language, and for each request its intent, route and slots. */
export const createUnderstandNode =
  (scopeOf: ScopeOf, deps: { findOrders: FindOrdersTool }) =>
  async (state: State, config: ScopeConfig): Promise<Update> => {
    const scope = scopeOf(config, state);
    // A button settled the change: there is nothing to understand.
    if (state.settlement) return { parts: null, result: null, understanding: null };
    scope.emit({ type: 'status', status: 'understanding' });
    // Chat clients of the LangGraph server add a message; then the text is an earlier turn's.
    const text = lastHumanText(state.messages) ?? state.text;
    let context: DialogueContext | undefined;
    const reading = await readTurn({
      text,
      dialogue: readDialogue(state.dialogue),
      pending: scope.pendingConfirmation,
      fallbackLanguage: scope.fallbackLanguage,
      visitor: scope.caller.kind === 'visitor',
      understand: (said, evidence) => {
        context = evidence;
        return scope.session.understand({ text: said, dialogue: evidence, history: scope.history });
      },
    });
    const { settlement, dialogue } = reading;
    const { language } = reading.understanding;
    const read = { requests: reading.understanding.requests, dialogue, tool: deps.findOrders };
    const tools = { ...read, context: { caller: scope.caller, language, now: scope.now } };
    const requests = settlement
      ? read.requests
      : await withBoughtOrder({ ...tools, requests: await ofOwnOpenOrder(tools) });
    const understanding = { ...reading.understanding, requests };
    scope.trace.push({ step: 'understand', atMs: performance.now(), data: { ...understanding, context } });
    return { text, understanding, settlement, dialogue, parts: null, result: null };
  };

function lastHumanText(messages: BaseMessage[]): string | undefined {
  return messages.filter((message) => message.getType() === 'human').at(-1)?.text;
}
