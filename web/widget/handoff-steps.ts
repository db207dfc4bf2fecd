import type { HttpRequest } from '../api/http.ts';
import { asProblem, type Problem } from '../api/problem.ts';
import type { ConversationView } from '../api/types.ts';
import type { ChatState } from './chat-state.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

/** "Is writing" is told every few seconds. */
const TYPING_TOLD_MS = 3_000;

/** What customers do about a talk with a person. */
export interface HandoffSteps {
  ask(): Promise<void>;
  /** Out of the queue for a person. */
  leaveQueue(): Promise<void>;
  /** Where to answer later; false when it was refused. */
  leaveContact(contact: { email?: string; phone?: string; note?: string }): Promise<boolean>;
  /** 1 to 5, of the talk with a person. */
  rateTalk(score: number): Promise<void>;
  /** The customer writes: their agent sees it. */
  typing(): void;
}

export function createHandoffSteps(options: {
  state: Store<ChatState>;
  session: Session;
  path: (rest?: string) => string;
  explain: (problem: Problem) => string;
  refresh: () => Promise<void>;
}): HandoffSteps {
  const { state, session, path, explain, refresh } = options;
  let toldTyping = 0;

  /** False when it was refused, and the fault is shown. */
  async function step<Answer>(rest: string, request: HttpRequest, done?: (answer: Answer) => void): Promise<boolean> {
    try {
      const answer = await session.http.json<Answer>(path(rest), request);
      state.set({ fault: null });
      done?.(answer);
      await refresh();
      return true;
    } catch (error) {
      state.set({ fault: explain(asProblem(error)) });
      return false;
    }
  }

  return {
    async ask() {
      await step<Pick<ConversationView, 'status'>>('/handoff', { method: 'POST', body: {} }, ({ status }) =>
        state.set({ status }),
      );
    },
    async leaveQueue() {
      await step('/handoff', { method: 'DELETE' });
    },
    leaveContact: (contact) => step('/handoff/contact', { method: 'PUT', body: contact }),
    async rateTalk(score) {
      state.set({ rating: 'given' });
      if (!(await step('/rating', { method: 'PUT', body: { score } }))) state.set({ rating: 'asked' });
    },
    typing() {
      if (state.get().status !== 'human' || Date.now() - toldTyping < TYPING_TOLD_MS) return;
      toldTyping = Date.now();
      session.http.fetch(path('/typing'), { method: 'POST' }).catch(() => undefined);
    },
  };
}
