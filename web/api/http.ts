import { asProblem, readProblem } from './problem.ts';

export interface HttpRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Http {
  /** The answer itself when it is 2xx; throws a Problem otherwise. AbortErrors pass through. */
  fetch(path: string, request?: HttpRequest): Promise<Response>;
  /** The JSON body; undefined for 204. */
  json<T>(path: string, request?: HttpRequest): Promise<T>;
}

/** Calls under `base` with the bearer token of the moment. */
export function createHttp(options: { base: string; token: () => Promise<string | null> | string | null }): Http {
  async function call(path: string, { method = 'GET', body, headers, signal }: HttpRequest = {}): Promise<Response> {
    const token = await options.token();
    const form = body instanceof FormData;
    const init: RequestInit = {
      method,
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(signal ? { signal } : {}),
    };
    if (form) init.body = body;
    else if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(options.base + path, init).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw asProblem(error);
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  }
  return {
    fetch: call,
    async json<T>(path: string, request?: HttpRequest) {
      const response = await call(path, request);
      // The server validates what it sends against the schemas that T comes from.
      return (response.status === 204 ? undefined : await response.json()) as T;
    },
  };
}
