import { z } from 'zod';
import { citationSchema, conversationStatusSchema, languageSchema } from '../../graph/turn-result.ts';
import { messageViewSchema } from './conversations.ts';
import { messageTextSchema } from './fields.ts';

const deskStatusSchema = z.enum(['waiting', 'human']);

/** `?status=waiting`, repeated, or `?status=waiting,human`; without it both. */
export const deskQuerySchema = z.object({
  status: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? value : value.split(/[,|]/)))
    .pipe(z.array(deskStatusSchema))
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

export const deskEntrySchema = z
  .object({
    conversationId: z.string(),
    status: conversationStatusSchema,
    customer: z.object({ kind: z.enum(['customer', 'visitor']), id: z.string(), name: z.string().nullable() }),
    language: languageSchema,
    reason: z.string().nullable(),
    summary: z.string().nullable(),
    mood: z.string(),
    waitingSince: z.string().nullable(),
    claimedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    lastMessage: z.object({ author: z.string(), text: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'DeskEntry' });

export const deskConversationSchema = deskEntrySchema
  .extend({
    messages: z.array(messageViewSchema),
    notes: z.array(z.object({ id: z.string(), author: z.string(), text: z.string(), createdAt: z.string() })),
    profile: z
      .object({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        locale: z.string(),
      })
      .nullable(),
    orders: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'DeskConversation' });

export const deskTextSchema = z.object({ text: messageTextSchema });
export const noteSchema = z.object({ id: z.string() });
export const suggestionSchema = z
  .object({ text: z.string(), citations: z.array(citationSchema) })
  .meta({ id: 'Suggestion' });
