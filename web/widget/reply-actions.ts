import { asProblem, type Problem } from '../api/problem.ts';
import type { TurnResult } from '../api/types.ts';
import { type ChatState, changeMessage } from './chat-state.ts';
import { type ChatMessage, fromResult, newMessage } from './message.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

export type FeedbackReason = 'wrong' | 'incomplete' | 'unclear' | 'not_my_question';

const SETTLED_ELSEWHERE = ['confirmation_settled', 'confirmation_expired'];
/** Cards that are told of at once. */
const MOST_CARDS = 20;

/** What customers do with a reply. */
export interface ReplyActions {
  settle(confirmationId: string, approve: boolean): Promise<void>;
  rate(message: ChatMessage, rating: 'up' | 'down', reason?: FeedbackReason): Promise<void>;
  /** Tells the shop once what became of product cards; a fault is nobody's concern. */
  tellCards(messageId: string, kind: 'shown' | 'clicked' | 'added', productIds: string[]): void;
}

export function createReplyActions(options: {
  state: Store<ChatState>;
  session: Session;
  path: (rest?: string) => string;
  explain: (problem: Problem) => string;
  refresh: () => Promise<void>;
}): ReplyActions {
  const { state, session, path, explain, refresh } = options;
  const told = new Set<string>();

  /** What was said of a settled change. Without an id it is no bot's word: the history has what was said. */
  function showSettled(result: TurnResult) {
    const { messageId: key, text } = result;
    state.set({ announcement: text, pendingConfirmation: null });
    if (key === null) return;
    const reply = newMessage({ key, id: key, author: 'bot', state: 'done', text, ...fromResult(result) });
    state.set({ messages: [...state.get().messages.filter(({ id }) => id !== key), reply] });
  }

  return {
    async settle(confirmationId, approve) {
      state.set({ settling: confirmationId, fault: null });
      try {
        const request = { method: 'POST', body: { approve } } as const;
        showSettled(await session.http.json<TurnResult>(path(`/confirmations/${confirmationId}`), request));
      } catch (error) {
        const problem = asProblem(error);
        // Settled elsewhere: the card says by whom and how once the conversation is read again.
        if (!SETTLED_ELSEWHERE.includes(problem.code)) state.set({ fault: explain(problem) });
      }
      await refresh();
      state.set({ settling: null });
    },
    async rate(message, rating, reason) {
      if (message.id === null) return;
      const mark = (feedback: ChatMessage['feedback']) =>
        state.set({ messages: changeMessage(state.get().messages, message.key, (m) => ({ ...m, feedback })) });
      mark(rating);
      try {
        await session.http.json(path('/feedback'), {
          method: 'POST',
          body: { messageId: message.id, rating, ...(reason ? { reason } : {}) },
        });
      } catch (error) {
        mark(message.feedback);
        state.set({ fault: explain(asProblem(error)) });
      }
    },
    tellCards(messageId, kind, productIds) {
      const untold = productIds.filter((id) => !told.has(`${messageId} ${kind} ${id}`)).slice(0, MOST_CARDS);
      if (untold.length === 0) return;
      for (const id of untold) told.add(`${messageId} ${kind} ${id}`);
      const body = { messageId, kind, productIds: untold };
      void session.http.json(path('/card-events'), { method: 'POST', body }).catch(() => undefined);
    },
  };
}
