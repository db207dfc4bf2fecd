import type { z } from 'zod';

/** One request to a running program as some caller; JSON in and out. */
export interface HttpClient {
  get(path: string): Promise<HttpReply>;
  post(path: string, body?: unknown): Promise<HttpReply>;
  put(path: string, body?: unknown): Promise<HttpReply>;
  delete(path: string): Promise<HttpReply>;
  /** Server-sent events until `until` says so, the stream ends or the limit is over. */
  events(path: string, options?: EventOptions): Promise<ServerEvent[]>;
}

export interface HttpReply {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface ServerEvent {
  id: string | undefined;
  event: string | undefined;
  data: string;
}

export interface EventOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  until?: (event: ServerEvent, all: ServerEvent[]) => boolean;
  limitMs?: number;
}

export function createHttpClient(url: string, token?: string): HttpClient {
  const headers = (extra: Record<string, string> = {}) => ({
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...extra,
  });
  const send = async (method: string, path: string, body?: unknown): Promise<HttpReply> => {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(url + path, {
      method,
      headers: headers({ accept: 'application/json', ...(json ? { 'content-type': 'application/json' } : {}) }),
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
    events: (path, options = {}) => readEvents(url + path, headers(options.headers), options),
  };
}

async function readEvents(url: string, headers: Record<string, string>, options: EventOptions): Promise<ServerEvent[]> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), options.limitMs ?? 30_000);
  const events: ServerEvent[] = [];
  try {
    const response = await fetch(url, {
      method: options.method ?? 'GET',
      headers: {
        ...headers,
        accept: 'text/event-stream',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      signal: stop.signal,
    });
    if (!response.ok || !response.body)
      throw new Error(`${options.method ?? 'GET'} ${url}: ${response.status} ${await response.text()}`);
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + chunk).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const event = parseFrame(frame);
        if (!event) continue;
        events.push(event);
        if (options.until?.(event, events)) {
          stop.abort();
          return events;
        }
      }
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(limit);
  }
  return events;
}

function parseFrame(frame: string): ServerEvent | undefined {
  const field = (name: string) =>
    frame
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
      .join('\n');
  const data = field('data');
  return data === '' ? undefined : { id: field('id') || undefined, event: field('event') || undefined, data };
}

/** Checks a body's shape and gives it its type. */
export const bodyOf = <T extends z.ZodType>(reply: HttpReply, schema: T): z.output<T> => schema.parse(reply.body);
