import type { ConversationView } from '../api/types.ts';
import { type ChatMessage, fromView } from './message.ts';

/** All that the widget's views show of a conversation. */
export interface ChatState {
  messages: ChatMessage[];
  status: ConversationView['status'];
  /** The agent who last wrote, while a person has the conversation. */
  agentName: string | null;
  /** Where the customer stands who waits for a person or talks to one. */
  handoff: ConversationView['handoff'];
  /** The agent is writing now. */
  agentTyping: boolean;
  /** A talk with a person ended: how was it? */
  rating: 'none' | 'asked' | 'given';
  /** A reply is being read. */
  busy: boolean;
  /** The history is being read for the first time. */
  loading: boolean;
  /** False while the live connection is being re-made. */
  connected: boolean;
  /** The reader's device has no network. */
  offline: boolean;
  /** The change that waits for the customer's yes or no. */
  pendingConfirmation: ConversationView['pendingConfirmation'];
  /** What this browser's clock is ahead of the server's, ms. */
  clockAheadMs: number;
  /** What became of the changes that were put to the customer. */
  outcomes: ConversationView['outcomes'];
  /** The confirmation whose answer is under way. */
  settling: string | null;
  /** A fault that belongs to no message, in the reader's words. */
  fault: string | null;
  /** Read out to screen readers when it changes. */
  announcement: string;
}

export const emptyChat: ChatState = {
  messages: [],
  status: 'bot',
  agentName: null,
  handoff: null,
  agentTyping: false,
  rating: 'none',
  busy: false,
  loading: false,
  connected: true,
  offline: false,
  pendingConfirmation: null,
  clockAheadMs: 0,
  outcomes: {},
  settling: null,
  fault: null,
  announcement: '',
};

/** Surely not at the server. One being sent may be there already. */
const unsent = (message: ChatMessage) => message.state === 'queued' || message.state === 'failed';
const underway = (message: ChatMessage) => message.state === 'thinking' || message.state === 'writing';

/** The server's history with what it cannot know yet: messages not sent and a reply being read. Messages seen
 * before keep their key, so that nothing on the screen is drawn anew. `asked`: the local ones when the history was
 * asked for; what was sent or said since then may be newer than it. */
export function reconcile(local: ChatMessage[], view: ConversationView, asked: ChatMessage[] = local): ChatMessage[] {
  const free = local.filter((message) => !unsent(message) && !underway(message));
  const stored = view.messages.map((entry) => {
    const message = fromView(entry);
    const at = free.findIndex((known) =>
      known.id === null
        ? known.author === entry.author && known.text.trim() === entry.text.trim()
        : known.id === entry.id,
    );
    const [known] = at < 0 ? [] : free.splice(at, 1);
    return known ? { ...message, key: known.key, feedback: known.feedback ?? message.feedback } : message;
  });
  const ids = new Set(stored.map((message) => message.id));
  const pending = local.filter(
    (message) =>
      unsent(message) ||
      ((message.state === 'sending' || !asked.includes(message)) && free.includes(message)) ||
      (underway(message) && !ids.has(message.id)),
  );
  return [...stored, ...pending];
}

/** Messages with the one of `key` replaced by what `change` makes of it; null takes it out. */
export function changeMessage(
  messages: ChatMessage[],
  key: string,
  change: (message: ChatMessage) => ChatMessage | null,
): ChatMessage[] {
  return messages.flatMap((message) => (message.key === key ? (change(message) ?? []) : message));
}

/** Messages with `added` put right after the one of `key`, or at the end. */
export function insertAfter(messages: ChatMessage[], key: string, added: ChatMessage): ChatMessage[] {
  const at = messages.findIndex((message) => message.key === key);
  return at < 0 ? [...messages, added] : messages.toSpliced(at + 1, 0, added);
}

/** The agent who wrote last, if a person has the conversation. */
export function speakingAgent(messages: ChatMessage[], status: ChatState['status']): string | null {
  if (status !== 'human') return null;
  return messages.findLast((message) => message.author === 'agent')?.agentName ?? null;
}

/** Whether a change may still be settled by others: another window, a colleague, the shop's system. */
export const isUnsettled = ({ pendingConfirmation, outcomes }: ConversationView): boolean =>
  pendingConfirmation !== null ||
  Object.values(outcomes).some(
    ({ status, shop }) => status === 'awaiting_approval' || status === 'approved' || shop === 'in_doubt',
  );
