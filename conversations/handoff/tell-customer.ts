import { z } from 'zod';
import { loadToTraditional } from '../../text/to-traditional.ts';
import type { ConversationWriter } from '../conversation-write.ts';
import { type HANDOFF_PHRASES, handoffText } from './phrases.ts';

const dialogueSchema = z.object({ script: z.string().optional() });

/** The script that the conversation's customer writes, as the last turn noted it. */
export const scriptOf = (dialogue: unknown): string | undefined => dialogueSchema.safeParse(dialogue).data?.script;

/** A text as this customer writes: traditional Chinese for whoever uses it. */
export const asCustomerWrites = async (dialogue: unknown, text: string): Promise<string> =>
  scriptOf(dialogue) === 'hant' ? (await loadToTraditional())(text) : text;

/** Writes what the conversation itself says into the transcript, in the customer's language and script; returns it. */
export async function tellCustomer(
  { trx, conversation, addMessage }: ConversationWriter,
  what: keyof typeof HANDOFF_PHRASES,
): Promise<string> {
  const { language, dialogue } = conversation;
  const text = await asCustomerWrites(dialogue, await handoffText(trx, what, language));
  await addMessage({ author: 'system', text, language });
  return text;
}
