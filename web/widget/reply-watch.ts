import type { ChatState } from './chat-state.ts';
import type { KefuMessage } from './kefu.d.ts';

/** Tells of each reply once it is whole, and only of those that come after the history was read. */
export function createReplyWatch(tell: (message: KefuMessage) => void): (state: ChatState) => void {
  const known = new Set<string>();
  let read = false;
  return ({ messages, loading }) => {
    if (loading) {
      read = false;
      return;
    }
    for (const { id, key, author, state, text } of messages) {
      if (author !== 'bot' && author !== 'agent') continue;
      if (state !== 'done' || known.has(key)) continue;
      known.add(key);
      if (read) tell({ id, author, text });
    }
    read = true;
  };
}
