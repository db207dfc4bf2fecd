import type { Kysely } from 'kysely';
import { AppError, conflict, notFound } from '../../config/errors.ts';
import type { Translator } from '../../graph/engines/openai/translate.ts';
import { LruCache } from '../../knowledge/lru-cache.ts';
import type { Database, Language } from '../../stores/schema.ts';
import { asCustomerWrites } from '../handoff/tell-customer.ts';
import { messageText } from '../message-text.ts';

/** Null: it could not be translated now; the original stands there all the same. */
export interface TranslatedMessage {
  messageId: string;
  text: string | null;
}

/** What customers and the bot wrote in an agent's language, and the other way; by a model, where one is set. */
export interface DeskTranslation {
  /** Null: none is set, and nothing can be translated. */
  model(): string | null;
  messages(conversationId: string, messageIds: string[], to: Language): Promise<TranslatedMessage[]>;
  /** What an agent wrote, in the customer's language and script. AppError: no_model, not_found, translation_failed. */
  reply(conversationId: string, text: string): Promise<{ text: string; language: Language }>;
}

const AT_ONCE = 4;
const REMEMBERED = 5_000;

export function createDeskTranslation(deps: {
  db: Kysely<Database>;
  translator: Translator | undefined;
}): DeskTranslation {
  const { db, translator } = deps;
  const remembered = new LruCache<Promise<string>>(REMEMBERED);

  /** Each message once, whoever asks; what failed is asked for again the next time. */
  const once = (key: string, work: () => Promise<string>): Promise<string> => {
    const known = remembered.get(key);
    if (known) return known;
    const made = work();
    remembered.set(key, made);
    made.catch(() => remembered.delete(key));
    return made;
  };

  const noModel = () => conflict('no_model', 'No model is set, so nothing can be translated.');

  return {
    model: () => translator?.model ?? null,

    async messages(conversationId, messageIds, to) {
      if (!translator) throw noModel();
      const waiting = await db
        .selectFrom('messages')
        .select(['id', 'text'])
        .where('conversation_id', '=', conversationId)
        .where('id', 'in', messageIds)
        .where('author', 'in', ['customer', 'bot'])
        .execute();
      const done: TranslatedMessage[] = [];
      const worker = async () => {
        for (let row = waiting.shift(); row; row = waiting.shift()) {
          const { id, text } = row;
          const translated = await once(`${id} ${to}`, () => translator.translate(text, to)).catch(() => null);
          done.push({ messageId: id, text: translated });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return done;
    },

    async reply(conversationId, text) {
      if (!translator) throw noModel();
      const clean = messageText(text);
      const row = await db
        .selectFrom('conversations')
        .select(['language', 'dialogue'])
        .where('id', '=', conversationId)
        .executeTakeFirst();
      if (!row) throw notFound('conversation');
      const { language, dialogue } = row;
      const translated = await translator.translate(clean, language).catch((cause: unknown) => {
        throw new AppError({
          code: 'translation_failed',
          status: 503,
          message: 'The model could not translate this just now. Please try again, or send it as it is.',
          retryable: true,
          cause,
        });
      });
      return { text: await asCustomerWrites(dialogue, translated), language };
    },
  };
}
