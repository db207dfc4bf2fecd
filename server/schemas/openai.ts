import { z } from 'zod';
import { citationSchema, routeSchema } from '../../graph/turn-result.ts';
import { conversationIdSchema, messageIdSchema } from './fields.ts';

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() });

/** OpenAI's request; what Kefu has no use for (tools, temperature, …) is let through and ignored. */
export const completionRequestSchema = z
  .looseObject({
    model: z.string().optional().describe('Any name; there is one model, kefu'),
    messages: z
      .array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(partSchema)]).nullish() }))
      .min(1)
      .describe('Only the last user message is read: history lives on the server'),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
    user: z
      .string()
      .nullish()
      .transform((user) => user || undefined)
      .describe('Names the conversation, as the header x-conversation-id does; any string'),
  })
  .meta({ id: 'CompletionRequest' });

export const completionHeadersSchema = z.looseObject({
  'x-conversation-id': conversationIdSchema.optional(),
  'idempotency-key': messageIdSchema.optional(),
});

const usageSchema = z
  .object({ prompt_tokens: z.number().int(), completion_tokens: z.number().int(), total_tokens: z.number().int() })
  .describe('Estimated: the local engine has no tokens');

export const completionSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
        finish_reason: z.literal('stop'),
        logprobs: z.null(),
      }),
    ),
    usage: usageSchema,
    kefu: z.object({
      conversationId: z.string(),
      status: z.string(),
      route: routeSchema,
      routes: z.array(routeSchema),
      intent: z.string(),
      engine: z.string(),
      degraded: z.boolean(),
      citations: z.array(citationSchema),
      cards: z.array(z.unknown()),
      confirmation: z.unknown(),
    }),
  })
  .meta({ id: 'Completion' });

export const completionModelSchema = z
  .object({ id: z.string(), object: z.literal('model'), created: z.number().int(), owned_by: z.string() })
  .meta({ id: 'CompletionModel' });

export const modelListSchema = z
  .object({ object: z.literal('list'), data: z.array(completionModelSchema) })
  .meta({ id: 'ModelList' });

export type CompletionRequest = z.infer<typeof completionRequestSchema>;
export type Completion = z.infer<typeof completionSchema>;
