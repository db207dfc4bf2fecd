import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { toOtlp } from './otlp.ts';
import type { Attributes, Span } from './span.ts';

export interface Collector {
  /** Its base address, such as http://127.0.0.1:4318; spans go to /v1/traces below it. */
  url: string;
  headers?: Record<string, string>;
  resource: Attributes;
}

const BATCH = 200;
const TRIES = 4;
const TIMEOUT_MS = 10_000;
const LONGEST_PAUSE_MS = 10_000;
/** What OTLP says may be sent again. */
const AGAIN = new Set([429, 502, 503, 504]);

const answerSchema = z
  .object({
    partialSuccess: z
      .object({
        rejectedSpans: z.coerce.number().default(0),
        errorMessage: z.string().default(''),
      })
      .nullish(),
  })
  .catch({});

/** Sends spans in batches and waits as the collector asks; how many it refused. Throws when it can't be reached. */
export async function sendSpans(collector: Collector, spans: readonly Span[]): Promise<{ rejected: number }> {
  let rejected = 0;
  for (let at = 0; at < spans.length; at += BATCH)
    rejected += await sendBatch(collector, JSON.stringify(toOtlp(spans.slice(at, at + BATCH), collector.resource)));
  return { rejected };
}

async function sendBatch({ url, headers }: Collector, body: string): Promise<number> {
  const target = `${url.replace(/\/+$/, '').replace(/\/v1\/traces$/, '')}/v1/traces`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(target, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) {
      const { partialSuccess } = answerSchema.parse(text === '' ? {} : safeJson(text));
      return partialSuccess?.rejectedSpans ?? 0;
    }
    if (!AGAIN.has(response.status) || attempt === TRIES)
      throw new Error(`The collector answered ${response.status}: ${text.slice(0, 200)}`);
    const asked = Number(response.headers.get('retry-after')) * 1000;
    await pause(Math.min(asked > 0 ? asked : 250 * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
