export interface SseEvent {
  id?: string;
  event?: string;
  /** Sent as JSON unless it is a string already. */
  data: unknown;
}

/** One server-sent event as it goes over the wire (WHATWG HTML, 9.2). JSON has no raw line breaks: one data line. */
export function sseFrame({ id, event, data }: SseEvent): string {
  const payload = typeof data === 'string' ? data : JSON.stringify(data);
  return `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${payload}\n\n`;
}

/** Tells a client to come back soon: the stream ends because this process does. */
export const RETRY_HINT = 'retry: 1000\n\n';

/** A comment: keeps proxies from closing a silent stream, and finds clients that are gone. */
export const HEARTBEAT = ': alive\n\n';
