import type { TurnRequest } from '../conversations/ports.ts';
import { readLanguage } from './language.ts';
import { faultAt } from './problem.ts';
import { type ChatRequestBody, lastUserMessageSchema } from './schemas/chat.ts';

/** What POST /api/chat was asked, in whichever of its two bodies. */
export type ChatMessage = Pick<TurnRequest, 'conversationId' | 'messageId' | 'text' | 'locale' | 'context'> & {
  /** The AI SDK's body: its client reads nothing but the stream. */
  fromAiSdk: boolean;
};

/** Throws a fault of the body when an AI SDK body holds no user message with text. */
export function readChatMessage(body: ChatRequestBody): ChatMessage {
  const locale = readLanguage(body.locale);
  const context = body.context ? { context: body.context } : {};
  if (body.text !== undefined) {
    const { conversationId, messageId, text } = body;
    return { conversationId, messageId, text, locale, ...context, fromAiSdk: false };
  }
  const place = body.messages?.findLastIndex((message) => message.role === 'user') ?? -1;
  const message = lastUserMessageSchema.safeParse(body.messages?.[place]);
  if (!message.success || message.data.text.trim() === '') {
    throw faultAt(['body', 'messages', ...(place < 0 ? [] : [place])], 'a user message with text is needed');
  }
  return {
    conversationId: body.conversationId ?? body.id,
    messageId: body.messageId ?? message.data.messageId,
    text: message.data.text,
    locale,
    ...context,
    fromAiSdk: true,
  };
}
