import type { HttpRequest } from '../api/http.ts';
import { asProblem, type Problem } from '../api/problem.ts';
import type { ConversationView, TurnResult } from '../api/types.ts';
import { type ChatState, changeMessage, emptyChat, isUnsettled, reconcile, speakingAgent } from './chat-state.ts';
import { clockAhead } from './clock-ahead.ts';
import { createDelivery } from './delivery.ts';
import { createLiveEvents } from './live-events.ts';
import { type ChatMessage, fromResult, newMessage } from './message.ts';
import type { PageContext, Session } from './session.ts';
import { createStore, type Store } from './store.ts';

export type FeedbackReason = 'wrong' | 'incomplete' | 'unclear' | 'not_my_question';

/** "Is writing" is told every few seconds, and over after a while of silence. */
const TYPING_TOLD_MS = 3_000;
const TYPING_SHOWN_MS = 5_000;

const SETTLED_ELSEWHERE = ['confirmation_settled', 'confirmation_expired'];
/** What a screen reader is told when it comes without being asked for. */
const isTold = ({ author }: ChatMessage): boolean => author === 'agent' || author === 'system';

/** The widget's only way to the server, and the owner of what it shows. */
export interface Chat {
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
  askForPerson(words: string): Promise<void>;
  settle(confirmationId: string, approve: boolean): Promise<void>;
  rate(message: ChatMessage, rating: 'up' | 'down', reason?: FeedbackReason): Promise<void>;
  /** Out of the queue for a person. */
  leaveQueue(): Promise<void>;
  /** Where to answer later; false when it was refused. */
  leaveContact(contact: { email?: string; phone?: string; note?: string }): Promise<boolean>;
  /** 1 to 5, of the talk with a person. */
  rateTalk(score: number): Promise<void>;
  /** The customer writes: their agent sees it. */
  typing(): void;
  /** Tells the shop once what became of product cards; a fault is nobody's concern. */
  tellCards(messageId: string, kind: 'shown' | 'clicked' | 'added', productIds: string[]): void;
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
  const fresh = (): ChatState => ({ ...emptyChat, offline: !navigator.onLine });
  const state = createStore<ChatState>(fresh());
  const path = (rest = '') => `/api/conversations/${encodeURIComponent(session.conversationId())}${rest}`;
  let refreshing: Promise<void> | null = null;
  /** Grows with every change of conversation or customer: late answers for the one before are dropped. */
  let generation = 0;
  const told = new Set<string>();
  /** Something happened while a reply was being read, whose stream tells most of it. */
  let missed = false;

  const live = createLiveEvents({
    http: session.http,
    onEvent: (kind) => (kind === 'typing' ? showTyping() : hear()),
    onConnection: (connected) => state.set({ connected }),
  });
  const delivery = createDelivery({
    state,
    session,
    locale,
    explain,
    onIdle: settleDown,
    onLost: () => void refresh(),
    onRefused: refused,
  });

  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let toldTyping = 0;
  function showTyping() {
    clearTimeout(typingTimer);
    state.set({ agentTyping: true });
    typingTimer = setTimeout(() => state.set({ agentTyping: false }), TYPING_SHOWN_MS);
  }

  /** A step of the handoff; false when it was refused, and the fault is shown. */
  async function step(rest: string, request: HttpRequest): Promise<boolean> {
    try {
      await session.http.json(path(rest), request);
      state.set({ fault: null });
      await refresh();
      return true;
    } catch (error) {
      state.set({ fault: explain(asProblem(error)) });
      return false;
    }
  }

  function show(view: ConversationView, asked: ChatMessage[]) {
    const messages = reconcile(state.get().messages, view, asked);
    const ended = state.get().status === 'human' && view.status !== 'human' && view.status !== 'waiting';
    const before = state.get().messages.findLast(isTold);
    const newest = messages.findLast(isTold);
    state.set({
      messages,
      status: view.status,
      handoff: view.handoff,
      ...(ended ? { rating: 'asked' as const } : view.status === 'human' ? { rating: 'none' as const } : {}),
      agentName: speakingAgent(messages, view.status),
      pendingConfirmation: view.pendingConfirmation,
      clockAheadMs: clockAhead(view.now, state.get().clockAheadMs),
      outcomes: view.outcomes,
      loading: false,
      ...(newest && newest.id !== before?.id ? { announcement: newest.text, agentTyping: false } : {}),
    });
    const person = view.status === 'waiting' || view.status === 'human';
    if (person || isUnsettled(view)) live.follow(path('/events'), view.lastEventId);
    else live.stop();
  }

  /** Reads the conversation again; calls that come while it is being read share the next reading. */
  async function refresh(): Promise<void> {
    if (refreshing) {
      await refreshing;
      if (refreshing) return refreshing;
    }
    missed = false;
    const asked = { generation, messages: state.get().messages };
    refreshing = session.http
      .json<ConversationView>(path())
      .then((view) => {
        if (asked.generation === generation) show(view, asked.messages);
      })
      .catch((error: unknown) => {
        const problem = asProblem(error);
        if (asked.generation === generation && (problem.status === 401 || problem.status === 404)) refused(problem);
      })
      .finally(() => {
        refreshing = null;
      });
    return refreshing;
  }

  function hear() {
    if (state.get().busy) missed = true;
    else void refresh();
  }

  /** After the last reply: what a turn's stream does not tell (a person's turn, a settled change) is read. */
  function settleDown() {
    const { status, pendingConfirmation } = state.get();
    if (missed || status === 'waiting' || status === 'human' || pendingConfirmation) void refresh();
  }

  /** The token or the conversation is not known any more. Visitors begin anew, customers need a new token. */
  function refused(problem: Problem) {
    if (problem.status === 401 && session.identified()) return onUnauthorized();
    if (problem.status === 401) session.forgetVisitor();
    session.startNew();
    live.stop();
    generation += 1;
    const { messages } = state.get();
    state.set({ ...fresh(), messages: messages.filter(({ id, author }) => id === null && author === 'customer') });
  }

  function reset() {
    generation += 1;
    delivery.stop();
    live.stop();
    state.set(fresh());
  }

  async function load() {
    if (!session.begun()) return;
    state.set({ loading: true });
    await refresh();
    state.set({ loading: false });
    const last = state.get().messages.at(-1);
    if (last?.author === 'customer' && last.state === 'done' && state.get().status === 'bot') delivery.resume(last);
  }

  const onVisible = () => {
    if (!document.hidden && session.begun() && !state.get().busy) void refresh();
  };
  const onOffline = () => state.set({ offline: true });
  const onOnline = () => {
    state.set({ offline: false });
    for (const message of state.get().messages) if (message.state === 'failed') delivery.retry(message.key);
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', onOnline);
  addEventListener('offline', onOffline);

  return {
    state,
    load,
    refresh,
    send: (text) => delivery.send(text),
    retry: (key) => delivery.retry(key),
    stop: () => delivery.stop(),
    async askForPerson(words) {
      if (!session.begun()) return delivery.send(words);
      try {
        const { status } = await session.http.json<Pick<ConversationView, 'status'>>(path('/handoff'), {
          method: 'POST',
          body: {},
        });
        state.set({ status, fault: null });
        await refresh();
      } catch (error) {
        state.set({ fault: explain(asProblem(error)) });
      }
    },
    async settle(confirmationId, approve) {
      state.set({ settling: confirmationId, fault: null });
      try {
        const result = await session.http.json<TurnResult>(path(`/confirmations/${confirmationId}`), {
          method: 'POST',
          body: { approve },
        });
        const { messageId: key, text } = result;
        state.set({ announcement: text, pendingConfirmation: null });
        // Without an id it is no bot's word: the history has what was said.
        if (key !== null) {
          const reply = newMessage({ key, id: key, author: 'bot', state: 'done', text, ...fromResult(result) });
          state.set({ messages: [...state.get().messages.filter(({ id }) => id !== key), reply] });
        }
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
      const fresh = productIds.filter((id) => !told.has(`${messageId} ${kind} ${id}`)).slice(0, 20);
      if (fresh.length === 0) return;
      for (const id of fresh) told.add(`${messageId} ${kind} ${id}`);
      const body = { messageId, kind, productIds: fresh };
      void session.http.json(path('/card-events'), { method: 'POST', body }).catch(() => undefined);
    },
    setContext(page) {
      session.page = page;
    },
    leaveQueue: async () => void (await step('/handoff', { method: 'DELETE' })),
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
      generation += 1;
      clearTimeout(typingTimer);
      delivery.stop();
      live.stop();
      document.removeEventListener('visibilitychange', onVisible);
      removeEventListener('online', onOnline);
      removeEventListener('offline', onOffline);
    },
  };
}
