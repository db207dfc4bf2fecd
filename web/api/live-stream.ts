import type { Http } from './http.ts';
import { backoff, pause } from './pause.ts';
import { asProblem } from './problem.ts';
import { parseEvents, type ServerSentEvent } from './sse-parser.ts';

export interface LiveStreamOptions {
  http: Http;
  path: string;
  /** Only events after this one are wanted. */
  lastEventId?: string;
  /** Aborting closes the connection and ends the loop. */
  signal: AbortSignal;
  /** Told whenever the connection is up (true) or lost (false). */
  onConnection?: (up: boolean) => void;
}

/** Events of a server stream for as long as the signal lives, over as many connections as it takes: a cut is
 * followed by a reconnect from the last event seen. EventSource can't send the Authorization header; this can.
 * Throws a Problem when the server refuses (401, 403, 404): trying again would not help. */
export async function* liveStream(options: LiveStreamOptions): AsyncGenerator<ServerSentEvent> {
  const { http, path, signal } = options;
  let lastEventId = options.lastEventId ?? '';
  let attempt = 0;
  while (!signal.aborted) {
    try {
      const response = await http.fetch(path, {
        headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
        signal,
      });
      if (!response.body) return;
      options.onConnection?.(true);
      for await (const event of parseEvents(response.body)) {
        attempt = 0;
        if (event.id) lastEventId = event.id;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = asProblem(error);
      if ([400, 401, 403, 404].includes(problem.status)) throw problem;
    }
    if (signal.aborted) return;
    options.onConnection?.(false);
    attempt += 1;
    await pause(backoff(attempt), signal);
  }
}
