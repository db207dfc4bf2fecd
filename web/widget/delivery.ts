import { newId } from '../api/new-id.ts';
import { asProblem, type Problem } from '../api/problem.ts';
import type { UiPart } from '../api/ui-message-stream.ts';
import { applyPart } from './apply-part.ts';
import { type ChatState, changeMessage, insertAfter } from './chat-state.ts';
import { type ChatMessage, newMessage } from './message.ts';
import { readTurn } from './read-turn.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

/** Sends messages one after another, in the order they were written, and reads each one's reply into the state. */
export interface Delivery {
  send(text: string): void;
  retry(key: string): void;
  /** Listens to the reply of a message that the server has already. */
  resume(message: ChatMessage): void;
  stop(): void;
}

export interface DeliveryOptions {
  state: Store<ChatState>;
  session: Session;
  locale: () => string;
  explain: (problem: Problem) => string;
  /** The last reply was read to its end. */
  onIdle: () => void;
  /** A stream broke off and can't be taken up: the history has the reply. */
  onLost: () => void;
  /** The conversation or the token was refused (401, 404). */
  onRefused: (problem: Problem) => void;
}

const CONVERSATION_STATUS: readonly string[] = ['bot', 'waiting', 'human', 'closed'] satisfies ChatState['status'][];
const isConversationStatus = (status: string): status is ChatState['status'] => CONVERSATION_STATUS.includes(status);

export function createDelivery(options: DeliveryOptions): Delivery {
  const { state, session, locale, explain, onIdle, onLost, onRefused } = options;
  let reading: AbortController | null = null;

  const change = (key: string, how: (message: ChatMessage) => ChatMessage | null) =>
    state.set({ messages: changeMessage(state.get().messages, key, how) });

  function apply(replyKey: string, part: UiPart) {
    change(replyKey, (reply) => applyPart(reply, part));
    if (part.type === 'data-confirmation') state.set({ pendingConfirmation: part.data });
    if (part.type === 'data-status' && isConversationStatus(part.data.status)) state.set({ status: part.data.status });
  }

  /** Reads one reply. Returns a Problem when the message has to be sent again. */
  async function exchange(message: ChatMessage, resume: boolean, signal: AbortSignal): Promise<Problem | null> {
    const reply = newMessage({ key: newId(), author: 'bot', state: 'thinking' });
    state.set({ messages: insertAfter(state.get().messages, message.key, reply), fault: null });
    const conversationId = session.conversationId();
    const { key: messageId, text } = message;
    let problem: Problem | null = null;
    try {
      const turn = {
        http: session.http,
        conversationId,
        messageId,
        text,
        locale: locale(),
        context: session.page,
        resume,
        signal,
      };
      for await (const part of readTurn(turn)) {
        if (message.state !== 'done') {
          session.markBegun();
          change(message.key, (sent) => ({ ...sent, state: 'done' }));
          message = { ...message, state: 'done' };
        }
        apply(reply.key, part);
      }
    } catch (error) {
      problem = asProblem(error);
    }
    change(reply.key, (read) => {
      const empty = read.text === '' && read.cards.length === 0;
      if (empty) return null;
      return { ...read, state: read.state === 'done' ? 'done' : 'stopped', activity: null };
    });
    const said = state.get().messages.find(({ key }) => key === reply.key);
    if (said) state.set({ announcement: said.text });
    return problem;
  }

  async function deliver(message: ChatMessage, signal: AbortSignal): Promise<void> {
    change(message.key, (queued) => ({ ...queued, state: 'sending', error: null }));
    let problem = await exchange(message, false, signal);
    if (signal.aborted) {
      // Stopped before the server answered: it may have the message all the same, the next reading tells.
      return change(message.key, (sent) => ({ ...sent, state: 'done' }));
    }
    if (problem && (problem.status === 404 || problem.code === 'conversation_closed' || isStaleVisitor(problem))) {
      onRefused(problem);
      problem = await exchange(message, false, signal);
    } else if (problem?.status === 401) {
      onRefused(problem);
    }
    if (!problem) return;
    if (problem.code === 'turn_gone') return onLost();
    const error = explain(problem);
    // A turn that failed at the server stays failed under its id; another try is a new message.
    const failed = problem.code === 'turn_failed' ? { key: newId() } : {};
    change(message.key, (sent) => ({ ...sent, ...failed, state: 'failed', error }));
    state.set({ announcement: error });
  }

  const isStaleVisitor = (problem: Problem) => problem.status === 401 && !session.identified();

  /** Runs `work` with everything queued after it; at most one at a time. */
  async function run(work?: (signal: AbortSignal) => Promise<unknown>) {
    if (reading) return;
    reading = new AbortController();
    const mine = reading;
    state.set({ busy: true });
    try {
      await work?.(mine.signal);
      for (;;) {
        const next = state.get().messages.find(({ state: at }) => at === 'queued');
        if (!next || mine.signal.aborted) break;
        await deliver(next, mine.signal);
      }
    } finally {
      if (reading === mine) {
        reading = null;
        state.set({ busy: false });
        if (state.get().messages.some(({ state: at }) => at === 'queued')) void run();
        else onIdle();
      }
    }
  }

  return {
    send(text) {
      const message = newMessage({ key: newId(), author: 'customer', text, state: 'queued' });
      state.set({ messages: [...state.get().messages, message] });
      void run();
    },
    retry(key) {
      change(key, (message) => (message.state === 'failed' ? { ...message, state: 'queued', error: null } : message));
      void run();
    },
    resume(message) {
      void run(async (signal) => {
        if ((await exchange(message, true, signal)) && !signal.aborted) onLost();
      });
    },
    stop() {
      reading?.abort();
    },
  };
}
