import type { ChatState } from './chat-state.ts';
import type { Store } from './store.ts';

/** "Is writing" is over after a while of silence. */
const SHOWN_MS = 5_000;

/** Shows for a while that the agent writes. */
export function createTypingShown(state: Store<ChatState>): { show(): void; close(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show() {
      clearTimeout(timer);
      state.set({ agentTyping: true });
      timer = setTimeout(() => state.set({ agentTyping: false }), SHOWN_MS);
    },
    close: () => clearTimeout(timer),
  };
}
