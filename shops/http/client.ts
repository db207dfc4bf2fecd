import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { AppError } from '../../config/errors.ts';
import { isPublicAddress, publicLookup } from '../../ingest/public-address.ts';
import {
  isShopUnavailable,
  neverSent,
  shopRefused,
  shopUnavailable,
  shopUnreached,
} from '../../tools/shop-unavailable.ts';
import { createBreaker } from './breaker.ts';
import type { ShopApiConfig } from './config.ts';
import { createSlots } from './slots.ts';

/** Tries of a call that changes nothing or carries an idempotency key. */
const TRIES = 2;
const PAUSE_MS = 100;

export interface ShopCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query, below the base URL. */
  path: string;
  body?: unknown;
  /** Sent along and makes a write safe to repeat. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Calls of the shop's API; an answer is JSON, undefined when the shop has no such thing (404). */
export interface ShopClient {
  call(call: ShopCall): Promise<unknown>;
}

/** Fills `{name}` in a path; values are encoded, so that none of them can change the path. */
export const fillPath = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(values[name] ?? '');
    // A dot segment would be taken for the folder itself or the one above.
    return /^\.{1,2}$/.test(value) ? value.replaceAll('.', '%2E') : value;
  });

/**
 * Talks to the shop's API within its limits of time, size and number. Private addresses only where the description
 * says so, redirects never; what fails by itself is tried again when that is safe, and left alone when it goes on.
 */
export function createShopClient(config: ShopApiConfig): ShopClient {
  const base = config.baseUrl.replace(/\/+$/, '');
  const breaker = createBreaker(isShopUnavailable);
  const inSlot = createSlots(config.concurrency);

  const once = async (call: ShopCall, signal: AbortSignal): Promise<unknown> => {
    const url = new URL(`${base}${call.path}`);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!config.allowPrivateNetwork && isIP(host) && !isPublicAddress(host))
      throw shopUnreached('its address is not public');
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const response = await send(url, call, { body, signal, config });
    const status = response.statusCode ?? 0;
    const text = await read(response, config.maxBytes);
    if (status === 404 && call.method === 'GET') return undefined;
    if (status === 429 || status >= 500) throw shopUnavailable(`it answered ${status}`);
    if (status >= 400) throw shopRefused(`it answered ${status}`);
    if (status < 200 || status >= 300) throw shopUnavailable(`it answered ${status}`);
    if (text === '') return null;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw shopUnavailable('its answer is not JSON', error);
    }
  };

  return {
    async call(call) {
      const total = AbortSignal.timeout(config.totalMs);
      const all = call.signal ? AbortSignal.any([total, call.signal]) : total;
      const tries = call.method === 'GET' || call.idempotencyKey !== undefined ? TRIES : 1;
      return inSlot(all, () =>
        breaker.run(async () => {
          let sent = false;
          for (let attempt = 1; ; attempt++) {
            try {
              return await once(call, AbortSignal.any([all, AbortSignal.timeout(config.timeoutMs)]));
            } catch (error) {
              const failure = failureOf(error, all);
              sent ||= !neverSent(failure);
              if (attempt >= tries || all.aborted || !isShopUnavailable(failure))
                throw sent && neverSent(failure) ? shopUnavailable('no connection', failure) : failure;
              await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
            }
          }
        }),
      );
    },
  };
}

/** Codes of errors from before there was a connection. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPRIVATE']);

function failureOf(error: unknown, all: AbortSignal): AppError {
  if (error instanceof AppError) return error;
  const unreached = error instanceof Error && 'code' in error && UNREACHED.has(String(error.code));
  return unreached ? shopUnreached('no connection', error) : shopUnavailable(reasonOf(error, all), error);
}

const reasonOf = (error: unknown, all: AbortSignal): string =>
  all.aborted || (error instanceof Error && /abort|timeout/i.test(error.name))
    ? 'it did not answer in time'
    : 'no connection';

function send(
  url: URL,
  call: ShopCall,
  { body, signal, config }: { body: string | undefined; signal: AbortSignal; config: ShopApiConfig },
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    accept: 'application/json',
    'user-agent': 'kefu',
    ...(config.auth && config.authorization !== undefined ? { [config.auth.header]: config.authorization } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...(call.idempotencyKey === undefined ? {} : { [config.idempotencyHeader]: call.idempotencyKey }),
  };
  return new Promise((resolve, reject) => {
    request(
      url,
      { method: call.method, headers, signal, ...(config.allowPrivateNetwork ? {} : { lookup: publicLookup }) },
      resolve,
    )
      .once('error', reject)
      .end(body);
  });
}

async function read(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw shopUnavailable('its answer is too large');
    chunks.push(chunk);
  }
  if (!response.complete) throw shopUnavailable('its answer was cut off');
  return Buffer.concat(chunks).toString('utf8');
}
