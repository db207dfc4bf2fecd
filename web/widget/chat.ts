import type { Problem } from '../api/problem.ts';
import type { ChatState } from './chat-state.ts';
import { createDelivery } from './delivery.ts';
import { createHandoffSteps, type HandoffSteps } from './handoff-steps.ts';
import { createReading, freshChat } from './reading.ts';
import { createReplyActions, type ReplyActions } from './reply-actions.ts';
import type { PageContext, Session } from './session.ts';
import { createStore, type Store } from './store.ts';
import { watchPage } from './watch-page.ts';

/** The widget's only way to the server, and the owner of what it shows. */
export interface Chat extends ReplyActions, Omit<HandoffSteps, 'ask'> {
  state: Store<ChatState>;
  /** Reads the history, and a reply that was under way when the page went. */
  load(): Promise<void>;
  /** Reads the conversation again: something may have come of it elsewhere. */
  refresh(): Promise<void>;
  /** Puts a message behind those not sent yet. */
  send(text: string): void;
  retry(key: string): void;
  /** Ends the reading of the running reply. */
  stop(): void;
  /** `words` are sent where no conversation has begun. */
  askForPerson(words: string): Promise<void>;
  /** What is before the customer on the shop's page. */
  setContext(page: PageContext | null): void;
  startNew(): void;
  identify(token: string | null): Promise<void>;
  /** Ends every connection. */
  close(): void;
}

export interface ChatOptions {
  session: Session;
  locale: () => string;
  /** A fault in the reader's language. */
  explain: (problem: Problem) => string;
  /** The customer's token was refused; the shop's page should bring a new one. */
  onUnauthorized: () => void;
}

export function createChat({ session, locale, explain, onUnauthorized }: ChatOptions): Chat {
  const state = createStore<ChatState>(freshChat());
  const path = (rest = '') => `/api/conversations/${encodeURIComponent(session.conversationId())}${rest}`;
  const reading = createReading({ state, session, path, onUnauthorized });
  const { refresh } = reading;
  const delivery = createDelivery({
    ...{ state, session, locale, explain },
    onIdle: reading.settleDown,
    onLost: () => void refresh(),
    onRefused: reading.refused,
  });
  const { ask, ...handoffSteps } = createHandoffSteps({ state, session, path, explain, refresh });

  function reset() {
    delivery.stop();
    reading.reset();
  }

  async function load() {
    if (!session.begun()) return;
    state.set({ loading: true });
    await refresh();
    state.set({ loading: false });
    const last = state.get().messages.at(-1);
    if (last?.author === 'customer' && last.state === 'done' && state.get().status === 'bot') delivery.resume(last);
  }

  const unwatch = watchPage({
    visible() {
      if (session.begun() && !state.get().busy) void refresh();
    },
    offline: () => state.set({ offline: true }),
    online() {
      state.set({ offline: false });
      for (const message of state.get().messages) if (message.state === 'failed') delivery.retry(message.key);
    },
  });

  return {
    state,
    load,
    refresh,
    ...handoffSteps,
    ...createReplyActions({ state, session, path, explain, refresh }),
    send: (text) => delivery.send(text),
    retry: (key) => delivery.retry(key),
    stop: () => delivery.stop(),
    askForPerson: async (words) => (session.begun() ? ask() : delivery.send(words)),
    setContext(page) {
      session.page = page;
    },
    startNew() {
      session.startNew();
      reset();
    },
    async identify(token) {
      session.identify(token);
      reset();
      await load();
    },
    close() {
      reading.close();
      delivery.stop();
      unwatch();
    },
  };
}
