import type { Http } from '../api/http.ts';
import { liveStream } from '../api/live-stream.ts';

export interface LiveEvents {
  /** Listens at `path` after event number `after`; goes on undisturbed when it does already. */
  follow(path: string, after: number): void;
  stop(): void;
}

/** One live connection at most: what happens in a conversation while a person has it. */
export function createLiveEvents(options: {
  http: Http;
  /** Something happened; `typing`: only that the agent writes. */
  onEvent: (kind: 'change' | 'typing') => void;
  onConnection: (up: boolean) => void;
}): LiveEvents {
  let current: { path: string; end: AbortController } | null = null;

  async function listen(path: string, after: number, signal: AbortSignal) {
    const { http, onConnection } = options;
    try {
      for await (const { event } of liveStream({ http, path, lastEventId: String(after), signal, onConnection })) {
        options.onEvent(event === 'typing' ? 'typing' : 'change');
      }
    } catch {
      // Refused: the history, read next, says why.
      options.onEvent('change');
    }
  }

  return {
    follow(path, after) {
      if (current?.path === path) return;
      current?.end.abort();
      current = { path, end: new AbortController() };
      void listen(path, after, current.end.signal);
    },
    stop() {
      current?.end.abort();
      current = null;
      options.onConnection(true);
    },
  };
}
