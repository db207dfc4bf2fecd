import type { TurnHandle } from '../../conversations/ports.ts';
import { estimateTokens } from '../../graph/engines/estimate-tokens.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { Completion } from '../schemas/openai.ts';
import { sseFrame } from './sse-frame.ts';

export const MODEL = 'kefu';

export interface CompletionContext {
  handle: TurnHandle;
  /** What the customer said, for the usage. */
  prompt: string;
  includeUsage: boolean;
}

function usageOf(prompt: string, reply: string): Completion['usage'] {
  const prompt_tokens = estimateTokens(prompt);
  const completion_tokens = estimateTokens(reply);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** What OpenAI's format has no place for. */
const kefuExtras = (result: TurnResult): Completion['kefu'] => ({
  conversationId: result.conversationId,
  status: result.status,
  route: result.route,
  routes: result.routes,
  intent: result.intent,
  engine: result.engine,
  degraded: result.degraded,
  citations: result.citations,
  cards: result.cards,
  confirmation: result.confirmation,
});

/** The whole answer as one chat.completion object. */
export const completionOf = (result: TurnResult, { handle, prompt }: CompletionContext): Completion => ({
  id: `chatcmpl-${handle.replyId}`,
  object: 'chat.completion',
  created: unixNow(),
  model: MODEL,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: result.text, refusal: null },
      finish_reason: 'stop',
      logprobs: null,
    },
  ],
  usage: usageOf(prompt, result.text),
  kefu: kefuExtras(result),
});

const unixNow = () => Math.floor(Date.now() / 1000);

/** A turn as frames of OpenAI's chat completion stream. */
export async function* completionFrames(context: CompletionContext, signal: AbortSignal): AsyncGenerator<string> {
  const { handle, prompt, includeUsage } = context;
  const base = { id: `chatcmpl-${handle.replyId}`, object: 'chat.completion.chunk', created: unixNow(), model: MODEL };
  const chunk = (delta: object, finish_reason: 'stop' | null = null, extra: object = {}) => {
    const choices = [{ index: 0, delta, finish_reason, logprobs: null }];
    return sseFrame({ data: { ...base, choices, ...(includeUsage ? { usage: null } : {}), ...extra } });
  };
  let written = '';
  yield chunk({ role: 'assistant', content: '' });
  for await (const { event } of handle.events({ signal })) {
    if (event.type === 'delta') {
      written += event.text;
      yield chunk({ content: event.text });
    } else if (event.type === 'reset' && written !== '') {
      // This format can't take words back: the reply begins anew below them, and says so to those who look.
      written = '';
      yield chunk({ content: '\n\n' }, null, { kefu: { restarted: true } });
    } else if (event.type === 'finish') {
      yield chunk({}, 'stop', { kefu: kefuExtras(event.result) });
    } else if (event.type === 'error') {
      yield sseFrame({
        data: { error: { message: event.message, type: 'server_error', param: null, code: event.code } },
      });
    }
  }
  if (signal.aborted) return;
  if (includeUsage) yield sseFrame({ data: { ...base, choices: [], usage: usageOf(prompt, written) } });
  yield sseFrame({ data: '[DONE]' });
}
