import type { MessageView, TurnResult } from '../api/types.ts';

/** Where a message is on its way: the customer's from queued to sent, the bot's from thinking to done. */
export type MessageState = 'queued' | 'sending' | 'failed' | 'thinking' | 'writing' | 'stopped' | 'done';

/** What the bot is doing before its first word; the keys of the dictionary's `activity`. */
export type Activity = 'queued' | 'understanding' | 'searching' | 'looking_up' | 'writing';

/** A line of the talk as the widget shows it. */
export interface ChatMessage {
  /** Stable for the list's rendering; the server's id where there is one from the start. */
  key: string;
  /** The server's id; null for what it has not confirmed yet. */
  id: string | null;
  author: MessageView['author'];
  agentName: string | null;
  text: string;
  createdAt: string;
  state: MessageState;
  activity: Activity | null;
  citations: TurnResult['citations'];
  cards: TurnResult['cards'];
  confirmation: TurnResult['confirmation'];
  quickReplies: string[];
  degraded: boolean;
  feedback: 'up' | 'down' | null;
  /** Why it failed, in the reader's words. */
  error: string | null;
}

/** A message with nothing in it but what is given. */
export function newMessage(fields: Pick<ChatMessage, 'key' | 'author' | 'state'> & Partial<ChatMessage>): ChatMessage {
  return {
    id: null,
    agentName: null,
    text: '',
    createdAt: new Date().toISOString(),
    activity: null,
    citations: [],
    cards: [],
    confirmation: null,
    quickReplies: [],
    degraded: false,
    feedback: null,
    error: null,
    ...fields,
  };
}

/** A stored message as the widget shows it. */
export function fromView(view: MessageView): ChatMessage {
  return newMessage({
    key: view.id,
    id: view.id,
    author: view.author,
    agentName: view.agentName ?? null,
    text: view.text,
    createdAt: view.createdAt,
    state: 'done',
    feedback: view.feedback ?? null,
    ...(view.result ? fromResult(view.result) : {}),
    ...(view.confirmation ? { confirmation: view.confirmation } : {}),
  });
}

/** A turn's extras, in the names of a message. */
export function fromResult(
  result: TurnResult,
): Pick<ChatMessage, 'citations' | 'cards' | 'confirmation' | 'quickReplies' | 'degraded'> {
  const { citations, cards, confirmation, quickReplies, degraded } = result;
  return { citations, cards, confirmation, quickReplies: quickReplies ?? [], degraded };
}
