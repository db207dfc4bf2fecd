import type { AIMessageChunk, BaseMessageLike, UsageMetadata } from '@langchain/core/messages';
import { keptPrompt } from '../../prompts/kept-prompt.ts';
import { estimateTokens } from '../estimate-tokens.ts';
import { UpstreamError } from './errors.ts';
import type { Upstream, UpstreamCall, UpstreamEvent } from './upstream.ts';

/** A call to the model as a turn's trace keeps it. */
export interface ModelCall {
  purpose: UpstreamCall['purpose'];
  model: string;
  /** 'cancelled' also when its reader had enough. */
  outcome: Exclude<UpstreamEvent['outcome'], 'spared'>;
  /** As the server said; null: it did not come to its end. */
  finish: string | null;
  ms: number;
  firstTokenMs: number | null;
  /** Null: nothing came. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** The server did not count. */
  estimated: boolean;
  /** What it was asked, and what it answered unless it wrote from passages; see {@link keptPrompt}. */
  messages: Array<{ role: string; text: string }>;
  /** The passages that the prompt held, by number. */
  passages: string[];
}

/** The same upstream; `watch` is told of each call when it has ended. It must return at once and not throw. */
export const watchUpstream = (upstream: Upstream, watch: (call: ModelCall) => void): Upstream => ({
  ...upstream,
  async *stream(call) {
    const started = performance.now();
    const heard = listen(started);
    let outcome: ModelCall['outcome'] = 'cancelled';
    try {
      for await (const chunk of upstream.stream(call)) {
        heard.add(chunk);
        yield chunk;
      }
      outcome = 'ok';
    } catch (error) {
      if (error instanceof UpstreamError) outcome = error.failure;
      throw error;
    } finally {
      const asked = call.messages.map(messageOf);
      const { text, told, ...spoken } = heard.all();
      const none = spoken.firstTokenMs === null;
      watch({
        purpose: call.purpose,
        model: upstream.model,
        outcome,
        ...spoken,
        ms: tenths(performance.now() - started),
        inputTokens: none ? null : (told?.input_tokens ?? estimateTokens(JSON.stringify(call.messages))),
        outputTokens: none ? null : (told?.output_tokens ?? estimateTokens(text)),
        estimated: !none && told === undefined,
        messages: [...asked, ...(call.passages || text === '' ? [] : [{ role: 'assistant', text }])].map((message) => ({
          ...message,
          text: keptPrompt(message.text),
        })),
        passages: call.passages ?? [],
      });
    }
  },
});

function listen(started: number) {
  const tools: string[] = [];
  let text = '';
  let finish: string | null = null;
  let firstTokenMs: number | null = null;
  let told: UsageMetadata | undefined;
  return {
    add(chunk: AIMessageChunk) {
      firstTokenMs ??= tenths(performance.now() - started);
      text += chunk.text;
      for (const { name, args } of chunk.tool_call_chunks ?? []) tools.push(name ? `\n${name} ` : '', args ?? '');
      told = chunk.usage_metadata ?? told;
      const reason: unknown = chunk.response_metadata.finish_reason;
      if (typeof reason === 'string') finish = reason;
    },
    all: () => ({ text: `${text}${tools.join('')}`.trim(), finish, firstTokenMs, told }),
  };
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10;

/** Prompts here are pairs of role and text. */
const messageOf = (message: BaseMessageLike): { role: string; text: string } =>
  Array.isArray(message)
    ? { role: String(message[0]), text: typeof message[1] === 'string' ? message[1] : JSON.stringify(message[1]) }
    : { role: '', text: JSON.stringify(message) };
