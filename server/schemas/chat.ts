import { z } from 'zod';
import { pageContextSchema } from '../../conversations/page-context.ts';
import { turnResultSchema } from '../../graph/turn-result.ts';
import { conversationIdSchema, localeTagSchema, mayBeAbsent, messageIdSchema, messageTextSchema } from './fields.ts';

/** Of the AI SDK's messages only the last one by the user is read; the others may be anything. */
const uiMessageSchema = z.looseObject({ role: z.string() }).describe('A UIMessage of the AI SDK');

/** Kefu's own body, or the AI SDK's `{id, messages, trigger}`. */
export const chatRequestSchema = z
  .object({
    conversationId: mayBeAbsent(conversationIdSchema).describe('Absent: a new conversation begins'),
    messageId: mayBeAbsent(messageIdSchema).describe('Makes a resend idempotent: same id, same reply'),
    text: mayBeAbsent(messageTextSchema),
    locale: mayBeAbsent(localeTagSchema),
    context: mayBeAbsent(pageContextSchema).describe('What is before the customer on the shop’s page'),
    id: mayBeAbsent(conversationIdSchema).describe('AI SDK: the chat’s id, which becomes the conversation’s'),
    messages: mayBeAbsent(z.array(uiMessageSchema)).describe('AI SDK: only the last user message is read'),
    trigger: z.unknown().optional().describe('AI SDK: ignored'),
  })
  .refine((body) => body.text !== undefined || body.messages !== undefined, {
    path: ['text'],
    message: 'is needed (or messages, in the AI SDK’s body)',
  })
  .meta({ id: 'ChatRequest' });

const textPartSchema = z.looseObject({ type: z.literal('text'), text: z.string() });

/** The last user message of an AI SDK body: its text parts are what was said. */
export const lastUserMessageSchema = z
  .looseObject({
    id: messageIdSchema.optional(),
    parts: z.array(z.unknown()).optional(),
    content: z.string().optional(),
  })
  .transform(({ id, parts, content }) => ({
    messageId: id,
    text: parts?.flatMap((part) => textPartSchema.safeParse(part).data?.text ?? []).join('\n') ?? content ?? '',
  }));

export const turnResultResponseSchema = turnResultSchema.meta({ id: 'TurnResult' });

export type ChatRequestBody = z.infer<typeof chatRequestSchema>;
