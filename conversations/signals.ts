import type { Notifications } from '../stores/notifications.ts';
import type { ConversationStatus } from '../stores/schema.ts';

/** Channel of every change in a conversation; payload "<id> <status>". Ids hold no spaces. */
export const CONVERSATION_CHANNEL = 'kefu_conversation';
/** The same, for changes that the desk sees. */
export const DESK_CHANNEL = 'kefu_desk';

/** A conversation changed and has this status now; null: unknown, read it again. */
export type Signal = ConversationStatus | null;

const STATUSES: readonly string[] = ['bot', 'waiting', 'human', 'closed'] satisfies ConversationStatus[];
const isStatus = (value: string | undefined): value is ConversationStatus =>
  value !== undefined && STATUSES.includes(value);

export function parseSignal(payload: string): { conversationId: string; status: ConversationStatus } | undefined {
  const [conversationId, status] = payload.split(' ');
  return conversationId && isStatus(status) ? { conversationId, status } : undefined;
}

/** Sorts a process's notifications by conversation. */
export interface ConversationSignals {
  listen(conversationId: string, listener: (signal: Signal) => void): () => void;
  close(): void;
}

/** `onChange` hears of every conversation that changed. */
export function createConversationSignals(
  notifications: Notifications,
  onChange?: (conversationId: string) => void,
): ConversationSignals {
  const listeners = new Map<string, Set<(signal: Signal) => void>>();
  const unsubscribe = notifications.subscribe(CONVERSATION_CHANNEL, (payload) => {
    if (payload === null) {
      for (const set of [...listeners.values()]) for (const listener of [...set]) listener(null);
      return;
    }
    const change = parseSignal(payload);
    if (!change) return;
    onChange?.(change.conversationId);
    for (const listener of [...(listeners.get(change.conversationId) ?? [])]) listener(change.status);
  });
  return {
    listen(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(conversationId) === set) listeners.delete(conversationId);
      };
    },
    close: unsubscribe,
  };
}
