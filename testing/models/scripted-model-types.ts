import { z } from 'zod';

const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() })), z.null()])
  .optional();

/** The parts of POST /v1/chat/completions that the scripted model reads; everything else is kept as sent. */
export const chatRequestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: contentSchema })).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.number().nullish(),
  tools: z
    .array(
      z.looseObject({
        type: z.literal('function'),
        function: z.looseObject({ name: z.string(), parameters: z.record(z.string(), z.unknown()).optional() }),
      }),
    )
    .optional(),
  response_format: z
    .looseObject({
      type: z.enum(['text', 'json_object', 'json_schema']),
      json_schema: z.looseObject({ name: z.string(), schema: z.record(z.string(), z.unknown()) }).optional(),
    })
    .nullish(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const embeddingsRequestSchema = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.enum(['float', 'base64']).optional(),
  dimensions: z.number().int().positive().optional(),
});

/** What can go wrong upstream, by name. */
export const FAULTS = [
  /** Too many requests, with Retry-After. */
  '429',
  '500',
  /** Accepts the request and never sends a byte. */
  'hang-before-first-token',
  'hang-after-first-token',
  /** The socket is destroyed in the middle. */
  'cut-stream',
  /** The stream ends in good order, without finish_reason and [DONE]. */
  'cut-clean',
  /** Data lines that are no JSON. */
  'garbage',
  /** 200 with a web page, as captive portals and proxies send it. */
  'html',
  /** The same text again and again until the client hangs up, whatever was asked for at the most. */
  'flood',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One answer of the model. `json` is sent as its text. */
export interface ScriptedAnswer {
  text?: string;
  json?: unknown;
  toolCalls?: Array<{ name: string; args: unknown }>;
  /** Default: tool_calls when there are some, else stop. */
  finishReason?: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  fault?: Fault;
  /** Milliseconds before the answer begins. */
  delayMs?: number;
}

/** Decides each answer. Undefined: the reasonable model answers. `n` counts the chat requests from 0. */
export type ScriptFunction = (request: ChatRequest, n: number) => ScriptedAnswer | undefined;

/** The text of a message, whichever way it was sent. */
export function messageText(message: ChatRequest['messages'][number] | undefined): string {
  const content = message?.content;
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => part.text ?? '').join('');
}
