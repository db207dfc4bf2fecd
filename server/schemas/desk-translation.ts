import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { idSchema, messageTextSchema } from './fields.ts';

export const translationModelSchema = z.object({ model: z.string().nullable().describe('Null: none is set') });
export const translationRequestSchema = z.object({
  messageIds: z.array(idSchema).min(1).max(20),
  language: languageSchema,
});
export const translatedSchema = z
  .object({ messageId: z.string(), text: z.string().nullable() })
  .meta({ id: 'TranslatedMessage' });

export const replyToTranslateSchema = z.object({ text: messageTextSchema });
export const translatedReplySchema = z.object({ text: z.string(), language: languageSchema });

export type TranslationModelBody = z.infer<typeof translationModelSchema>;
export type TranslatedBody = z.infer<typeof translatedSchema>;
export type TranslatedReplyBody = z.infer<typeof translatedReplySchema>;
