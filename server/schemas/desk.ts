import { z } from 'zod';
import { citationSchema, conversationStatusSchema, languageSchema } from '../../graph/turn-result.ts';
import { approvalSchema } from './change-desk.ts';
import { messageViewSchema, outcomesSchema } from './conversations.ts';
import { messageIdSchema, messageTextSchema } from './fields.ts';
import { proposalSchema } from './order-changes.ts';

const deskStatusSchema = z.enum(['waiting', 'human', 'closed']);

/** `?status=waiting`, repeated, or `?status=waiting,human`; without it both of these. */
export const deskQuerySchema = z.object({
  status: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? value : value.split(/[,|]/)))
    .pipe(z.array(deskStatusSchema))
    .optional(),
  label: z.string().max(40).optional(),
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
    rule: z.string().nullable(),
    contact: z
      .object({ email: z.string().optional(), phone: z.string().optional(), note: z.string().optional() })
      .nullable(),
    labels: z.array(z.string()),
    waitingSince: z.string().nullable(),
    claimedAt: z.string().nullable(),
    firstReplyAt: z.string().nullable(),
    unansweredSince: z.string().nullable().describe('The customer’s first message that no agent has answered yet'),
    claimedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    lastMessage: z
      .object({ author: z.string(), text: z.string(), at: z.string() })
      .nullable()
      .describe('Of the customer or an agent; a mere wish for a person only where nothing else was written'),
  })
  .meta({ id: 'DeskEntry' });

const deskMessageSchema = messageViewSchema
  .extend({
    original: z.string().optional().describe('What the agent wrote before it was translated; customers never see it'),
  })
  .meta({ id: 'DeskMessage' });

export const deskConversationSchema = deskEntrySchema
  .extend({
    messages: z.array(deskMessageSchema),
    outcomes: outcomesSchema,
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
    tried: z
      .array(
        z.object({
          messageId: z.string(),
          question: z.string(),
          route: z.string(),
          intent: z.string(),
          outcome: z.enum(['answered', 'unanswered', 'asked_back', 'settled', 'failed']),
          rating: z.enum(['up', 'down']).nullable(),
        }),
      )
      .describe('What the bot tried before, oldest first'),
    approvals: z.array(approvalSchema).describe('Changes that wait for approval'),
    proposals: z.array(proposalSchema).describe('Changes that agents proposed here, newest first'),
  })
  .meta({ id: 'DeskConversation' });

const deskTextSchema = z.object({ text: messageTextSchema });
export const deskReplySchema = deskTextSchema.extend({
  messageId: messageIdSchema.optional().describe('Makes a resend idempotent: same id, one message'),
  original: messageTextSchema.optional().describe('What was written before it was translated; kept for the desk'),
});
export const deskNoteSchema = deskTextSchema.extend({
  noteId: messageIdSchema.optional().describe('Makes a resend idempotent: same id, one note'),
});
export const noteSchema = z.object({ id: z.string() });
export const suggestionSchema = z
  .object({ text: z.string(), citations: z.array(citationSchema) })
  .meta({ id: 'Suggestion' });
