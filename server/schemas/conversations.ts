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
    confirmation: confirmationSchema.optional().describe('Of an agent’s message: a change to be confirmed'),
    feedback: z.enum(['up', 'down']).optional(),
  })
  .meta({ id: 'Message' });

export const outcomesSchema = z
  .record(
    z.string(),
    z.object({
      status: z.enum(['pending', 'approved', 'awaiting_approval', 'done', 'failed', 'rejected', 'expired']),
      at: instantSchema.nullable().describe('Since when it stands so; null while it is open'),
      by: z.enum(['customer', 'colleague']).nullable(),
      ended: z.enum(['time', 'replaced', 'person', 'closed', 'withdrawn']).nullable().describe('Why nobody answered'),
      note: z.string().nullable().describe('The rule that it failed on, or the note of who declined it'),
      shop: z
        .enum(['unavailable', 'refused', 'in_doubt'])
        .nullable()
        .describe('Agreed to: the shop’s system did not carry it out, or has not said whether it did'),
    }),
  )
  .describe('What became of each change in these messages, by the confirmation’s id');

export const conversationViewSchema = z
  .object({
    conversationId: z.string(),
    status: conversationStatusSchema,
    language: languageSchema,
    messages: z.array(messageViewSchema),
    pendingConfirmation: confirmationSchema.nullable(),
    outcomes: outcomesSchema,
    handoff: z
      .object({
        waitingSince: instantSchema,
        ahead: z.number().nullable().describe('Customers who wait longer; null once somebody has the conversation'),
        agentName: z.string().nullable(),
        open: z.boolean().nullable().describe('Whether people answer now; null: the shop does not say'),
        opensAt: instantSchema.nullable(),
        timeZone: z.string().describe('The shop’s: IANA name'),
        contact: z
          .object({ email: z.string().optional(), phone: z.string().optional(), note: z.string().optional() })
          .nullable(),
      })
      .nullable(),
    lastEventId: z.number().int().describe('Live events after it are not in this view'),
    now: instantSchema.describe('The server’s time, which `expiresAt` is measured by'),
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
export const contactSchema = z
  .object({
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^[+\d][\d\s()./-]{4,31}$/, 'is a phone number of 5 to 32 digits, spaces and signs')
      .optional(),
    note: optionalLineSchema(2_000),
  })
  .refine(({ email, phone }) => email ?? phone, 'needs an e-mail address or a phone number')
  .meta({ id: 'Contact' });
export const ratingSchema = z
  .object({ score: z.number().int().min(1).max(5), comment: optionalLineSchema(2_000) })
  .meta({ id: 'Rating' });
/** Why a reply was no good; one of these, so that they can be counted. */
const feedbackReasonSchema = z.enum(['wrong', 'incomplete', 'unclear', 'not_my_question', 'outdated', 'tone', 'other']);
export const feedbackSchema = z
  .object({
    messageId: idSchema,
    rating: z.enum(['up', 'down']),
    reason: feedbackReasonSchema.optional(),
    comment: optionalLineSchema(2_000),
  })
  .meta({ id: 'Feedback' });

export type ConversationEntryView = z.infer<typeof conversationEntrySchema>;
