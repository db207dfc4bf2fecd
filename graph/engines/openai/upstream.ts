import type { AIMessageChunk, BaseMessageLike } from '@langchain/core/messages';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import type { Logger } from '../../../config/logger.ts';
import type { ModelEndpoint } from '../../../config/model-settings.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import type { TurnBudget } from './budget.ts';
import { classifyUpstreamError, UpstreamError, type UpstreamFailure } from './errors.ts';
import { createReading } from './reading.ts';
import { watchSilence } from './silence.ts';

export type UpstreamPurpose = 'route' | 'plan' | 'answer' | 'phrase' | 'summarise' | 'translate';

/** One call that was made, or spared because a confident local route needed none: for metrics. */
export interface UpstreamEvent {
  purpose: UpstreamPurpose;
  outcome: 'ok' | 'spared' | 'cancelled' | UpstreamFailure;
  ms: number;
  /** Null when nothing came. */
  firstTokenMs: number | null;
}

export interface UpstreamCall {
  purpose: UpstreamPurpose;
  messages: BaseMessageLike[];
  budget: TurnBudget;
  /** The turn's. */
  signal: AbortSignal;
  tools?: StructuredToolInterface[];
  /** The passages that the messages hold, by number: for the trace. */
  passages?: string[];
  /** JSON schema that the answer must fit. */
  schema?: { name: string; schema: Record<string, unknown> };
}

/** The model behind one strict reading of its stream. */
export interface Upstream {
  readonly model: string;
  /**
   * Chunks as they come. Throws {@link UpstreamError} for everything that goes wrong, a stream that just ends among
   * it, and the signal's reason when the turn is aborted.
   */
  stream(call: UpstreamCall): AsyncGenerator<AIMessageChunk, void>;
  /** A call that nobody had to make. */
  spared(purpose: UpstreamPurpose): void;
}

const MAX_OUTPUT_TOKENS = 800;
/** Far above what so many tokens can spell: a server that heeds no limit is cut off here. */
const MOST_CHARACTERS = MAX_OUTPUT_TOKENS * 12;
/** The longest answer, in silences: tokens that drip for ever end here. */
const LONGEST_ANSWER = 5;
/** Models that refuse a temperature. */
const REASONING = /(?:^|\/)(?:o\d|gpt-5)/;

export function createUpstream(options: {
  settings: ModelEndpoint & { timeoutMs: number };
  breaker: CircuitBreaker;
  logger: Logger;
  onUpstream?: ((event: UpstreamEvent) => void) | undefined;
}): Upstream {
  const { settings, breaker, logger, onUpstream } = options;
  const chat = new ChatOpenAI({
    model: settings.model,
    apiKey: settings.apiKey,
    // The client would print what it cannot parse, customers' texts among it.
    configuration: { logLevel: 'off', ...(settings.baseUrl ? { baseURL: settings.baseUrl } : {}) },
    useResponsesApi: false,
    maxRetries: 0,
    maxTokens: MAX_OUTPUT_TOKENS,
    streamUsage: false,
    ...(REASONING.test(settings.model) ? {} : { temperature: 0 }),
  });
  /** Servers without json_schema say 400 once; from then on they are asked for a JSON object, as the prompt tells. */
  let hasJsonSchema = true;
  /** The same with servers that don't know the wish to be told how many tokens it took. */
  let tellsUsage = true;

  const optionsOf = ({ tools, schema }: UpstreamCall) => ({
    ...(tellsUsage ? { stream_options: { include_usage: true } } : {}),
    ...(tools ? { tools, tool_choice: 'auto' as const } : {}),
    ...(schema
      ? {
          response_format: hasJsonSchema
            ? { type: 'json_schema' as const, json_schema: { ...schema, strict: true } }
            : { type: 'json_object' as const },
        }
      : {}),
  });

  /** What a server refused is not asked of it again. */
  function learnFrom({ upstreamStatus }: UpstreamError, { schema }: UpstreamCall): void {
    if (upstreamStatus !== 400) return;
    tellsUsage = false;
    if (schema) hasJsonSchema = false;
  }

  async function* stream(call: UpstreamCall): AsyncGenerator<AIMessageChunk, void> {
    call.signal.throwIfAborted();
    call.budget.take();
    const permit = breaker.enter();
    if (!permit) throw new UpstreamError('breaker_open');
    // Only an answer is heard while it comes; all else is silence to the customer until it is whole.
    const heard = call.purpose === 'answer';
    const firstMs = call.budget.firstTokenMs();
    const silence = watchSilence({
      firstMs,
      betweenMs: settings.timeoutMs,
      wholeMs: heard ? settings.timeoutMs * LONGEST_ANSWER : firstMs,
    });
    const reading = createReading(MOST_CHARACTERS);
    const report = (outcome: UpstreamEvent['outcome']) => {
      const event = { purpose: call.purpose, outcome, ms: silence.ms(), firstTokenMs: silence.firstTokenMs };
      onUpstream?.(event);
      return event;
    };

    let settled = false;
    try {
      const signal = AbortSignal.any([call.signal, silence.signal]);
      for await (const chunk of await chat.stream(call.messages, { ...optionsOf(call), signal })) {
        silence.broken();
        reading.take(chunk);
        yield chunk;
      }
      signal.throwIfAborted();
      reading.expectWhole();
      settled = true;
      permit.succeeded();
      report('ok');
    } catch (error) {
      settled = true;
      if (call.signal.aborted) {
        permit.cancelled();
        report('cancelled');
        throw call.signal.reason;
      }
      const failure = silence.signal.aborted
        ? new UpstreamError('timeout', { cause: error })
        : classifyUpstreamError(error);
      if (failure.failure === 'filtered') permit.cancelled();
      else permit.failed();
      learnFrom(failure, call);
      const event = report(failure.failure);
      // Neither message nor body of the cause: they may quote the customer or the model.
      logger.warn({ ...event, model: settings.model, upstreamStatus: failure.upstreamStatus }, 'model upstream failed');
      throw failure;
    } finally {
      silence.end();
      const spent = reading.tokens(() => promptOf(call));
      if (spent) call.budget.spent(spent);
      // The reader stopped early (a sentence limit, an error of its own): that is no failure of the upstream.
      if (!settled) {
        permit.cancelled();
        silence.abort();
        report('cancelled');
      }
      call.budget.waited(heard && silence.firstTokenMs !== null ? silence.firstTokenMs : silence.ms());
    }
  }

  return {
    model: settings.model,
    stream,
    spared: (purpose) => onUpstream?.({ purpose, outcome: 'spared', ms: 0, firstTokenMs: null }),
  };
}

/** Reads a stream to its end. */
export async function readAll(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk | undefined> {
  let whole: AIMessageChunk | undefined;
  for await (const chunk of stream) whole = whole ? whole.concat(chunk) : chunk;
  return whole;
}

/** All that the model is given to read, for an estimate. */
const promptOf = ({ messages, tools, schema }: UpstreamCall): string =>
  JSON.stringify([messages, tools?.map(({ name, description }) => [name, description]), schema?.schema]);
