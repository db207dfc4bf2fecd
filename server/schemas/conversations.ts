import { z } from 'zod';
import { confirmationSchema, conversationStatusSchema, languageSchema } from '../../graph/turn-result.ts';
import { turnResultResponseSchema } from './chat.ts';
import { idSchema, instantSchema, optionalLineSchema } from './fields.ts';

export const messageViewSchema = z
  .object({
    id: z.string(),
    author: z.enum(['customer', 'bot', 'agent', 'system']),
    agentName: z.string().optional(),
    text: z.string(),
    createdAt: instantSchema,
    language: languageSchema.nullable(),
    result: turnResultResponseSchema.optional().describe('Of a bot’s reply: citations, cards and the rest of its turn'),
    feedback: z.enum(['up', 'down']).optional(),
  })
  .meta({ id: 'Message' });

export const conversationViewSchema = z
  .object({
    conversationId: z.string(),
    status: conversationStatusSchema,
    language: languageSchema,
    messages: z.array(messageViewSchema),
    pendingConfirmation: confirmationSchema.nullable(),
    lastEventId: z.number().int().describe('Live events after it are not in this view'),
  })
  .meta({ id: 'Conversation' });

export const conversationEntrySchema = z
  .object({
    conversationId: z.string(),
    status: conversationStatusSchema,
    language: languageSchema,
    createdAt: instantSchema,
    updatedAt: instantSchema,
    preview: z.string(),
  })
  .meta({ id: 'ConversationEntry' });

export const settleSchema = z.object({ approve: z.boolean() });
export const settleParamsSchema = z.object({ id: idSchema, confirmationId: idSchema });
export const handoffRequestSchema = z.object({ reason: optionalLineSchema(500) }).nullish();
export const handoffSchema = z.object({ conversationId: z.string(), status: conversationStatusSchema });
export const feedbackSchema = z
  .object({ messageId: idSchema, rating: z.enum(['up', 'down']), comment: optionalLineSchema(2_000) })
  .meta({ id: 'Feedback' });

export type ConversationEntryView = z.infer<typeof conversationEntrySchema>;
