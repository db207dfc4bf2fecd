import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages';
import { estimateTokens } from '../estimate-tokens.ts';
import { UpstreamError } from './errors.ts';

/** What was read of a stream so far. */
export interface Reading {
  /** Takes a chunk in. Throws when there is more than `mostCharacters`. */
  take(chunk: AIMessageChunk): void;
  /** Throws when the stream did not come to an end of its own: a cut one just stops. */
  expectWhole(): void;
  /** Tokens, as told or estimated; undefined: refused before the first word, so that nothing is charged. */
  tokens(prompt: () => string): { input: number; output: number } | undefined;
}

export function createReading(mostCharacters: number): Reading {
  let received = 0;
  let written = '';
  let told: UsageMetadata | undefined;
  let finish: unknown;
  return {
    take(chunk) {
      received += chunk.text.length + toolCallLength(chunk);
      if (received > mostCharacters) throw new UpstreamError('cut');
      written += chunk.text;
      told = chunk.usage_metadata ?? told;
      finish = chunk.response_metadata.finish_reason ?? finish;
    },
    expectWhole() {
      if (finish === 'content_filter') throw new UpstreamError('filtered');
      if (finish === undefined) throw new UpstreamError('cut');
    },
    tokens: (prompt) =>
      received > 0 || told !== undefined
        ? {
            input: told?.input_tokens ?? estimateTokens(prompt()),
            output: told?.output_tokens ?? estimateTokens(written),
          }
        : undefined,
  };
}

const toolCallLength = (chunk: AIMessageChunk): number =>
  (chunk.tool_call_chunks ?? []).reduce((sum, { args }) => sum + (args?.length ?? 0), 0);
