import type { ServerResponse } from 'node:http';
import { HEARTBEAT } from './sse-frame.ts';

export interface SseWriterOptions {
  /** Aborts when the client is gone or the stream was ended from outside; the frames' source listens to it. */
  signal: AbortSignal;
  heartbeatMs: number;
  /** How long a client may leave a full buffer unread before it is cut off. */
  stallMs: number;
}

/**
 * Writes frames until they end or the signal aborts. The next frame is asked for only when the client has read on,
 * so one slow reader holds at most a socket's buffer, and no longer than `stallMs`. Its caller ends the response.
 */
export async function writeSse(
  response: ServerResponse,
  frames: AsyncIterable<string>,
  { signal, heartbeatMs, stallMs }: SseWriterOptions,
): Promise<void> {
  let readOn: (() => void) | undefined;
  const wake = () => readOn?.();
  // One pair of listeners a stream, not one a write.
  response.on('drain', wake);
  signal.addEventListener('abort', wake);
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(HEARTBEAT);
  }, heartbeatMs);
  try {
    for await (const frame of frames) {
      if (signal.aborted) return;
      if (response.write(frame)) continue;
      const cut = setTimeout(() => response.destroy(), stallMs);
      await new Promise<void>((resolve) => {
        readOn = resolve;
        if (signal.aborted || !response.writableNeedDrain) resolve();
      });
      clearTimeout(cut);
    }
  } finally {
    clearInterval(heartbeat);
    response.off('drain', wake);
    signal.removeEventListener('abort', wake);
  }
}
