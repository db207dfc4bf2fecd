import { asProblem, type Problem } from '../api/problem.ts';
import type { ConversationView } from '../api/types.ts';
import { type ChatState, emptyChat, isUnsettled, reconcile, speakingAgent } from './chat-state.ts';
import { clockAhead } from './clock-ahead.ts';
import { createLiveEvents } from './live-events.ts';
import type { ChatMessage } from './message.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';
import { createTypingShown } from './typing-shown.ts';

/** Keeps what is shown equal to the conversation on the server. */
export interface Reading {
  /** Reads the conversation again; calls that come while it is being read share the next reading. */
  refresh(): Promise<void>;
  /** After the last reply: what a turn's stream does not tell (a person's turn, a settled change) is read. */
  settleDown(): void;
  /** The token or the conversation is not known any more. Visitors begin anew, customers need a new token. */
  refused(problem: Problem): void;
  /** Another conversation or customer: nothing is shown, and late answers for the one before are dropped. */
  reset(): void;
  close(): void;
}

/** What is shown before anything was read. */
export const freshChat = (): ChatState => ({ ...emptyChat, offline: !navigator.onLine });

/** What a screen reader is told when it comes without being asked for. */
const isTold = ({ author }: ChatMessage): boolean => author === 'agent' || author === 'system';

export function createReading(options: {
  state: Store<ChatState>;
  session: Session;
  path: (rest?: string) => string;
  onUnauthorized: () => void;
}): Reading {
  const { state, session, path } = options;
  let reading: Promise<void> | null = null;
  /** Grows with every change of conversation or customer. */
  let generation = 0;
  /** Something happened while a reply was being read, whose stream tells most of it. */
  let missed = false;
  const typing = createTypingShown(state);
  const live = createLiveEvents({
    http: session.http,
    onEvent: (kind) => (kind === 'typing' ? typing.show() : hear()),
    onConnection: (connected) => state.set({ connected }),
  });

  function show(view: ConversationView, asked: ChatMessage[]) {
    state.set(shownOf(view, asked, state.get()));
    const person = view.status === 'waiting' || view.status === 'human';
    if (person || isUnsettled(view)) live.follow(path('/events'), view.lastEventId);
    else live.stop();
  }

  async function refresh(): Promise<void> {
    if (reading) {
      await reading;
      if (reading) return reading;
    }
    missed = false;
    const asked = { generation, messages: state.get().messages };
    reading = session.http
      .json<ConversationView>(path())
      .then((view) => {
        if (asked.generation === generation) show(view, asked.messages);
      })
      .catch((error: unknown) => {
        const problem = asProblem(error);
        if (asked.generation === generation && (problem.status === 401 || problem.status === 404)) refused(problem);
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  function hear() {
    if (state.get().busy) missed = true;
    else void refresh();
  }

  function refused(problem: Problem) {
    if (problem.status === 401 && session.identified()) return options.onUnauthorized();
    if (problem.status === 401) session.forgetVisitor();
    session.startNew();
    const unsent = state.get().messages.filter(({ id, author }) => id === null && author === 'customer');
    reset();
    state.set({ messages: unsent });
  }

  function reset() {
    generation += 1;
    live.stop();
    state.set(freshChat());
  }

  return {
    refresh,
    settleDown() {
      const { status, pendingConfirmation } = state.get();
      if (missed || status === 'waiting' || status === 'human' || pendingConfirmation) void refresh();
    },
    refused,
    reset,
    close() {
      generation += 1;
      typing.close();
      live.stop();
    },
  };
}

/** What a view of the conversation changes of what is shown. */
function shownOf(view: ConversationView, asked: ChatMessage[], before: ChatState): Partial<ChatState> {
  const messages = reconcile(before.messages, view, asked);
  const ended = before.status === 'human' && view.status !== 'human' && view.status !== 'waiting';
  const newest = messages.findLast(isTold);
  return {
    messages,
    status: view.status,
    handoff: view.handoff,
    ...(ended ? { rating: 'asked' as const } : view.status === 'human' ? { rating: 'none' as const } : {}),
    agentName: speakingAgent(messages, view.status),
    pendingConfirmation: view.pendingConfirmation,
    clockAheadMs: clockAhead(view.now, before.clockAheadMs),
    outcomes: view.outcomes,
    loading: false,
    ...(newest && newest.id !== before.messages.findLast(isTold)?.id
      ? { announcement: newest.text, agentTyping: false }
      : {}),
  };
}
