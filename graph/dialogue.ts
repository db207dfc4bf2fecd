import { z } from 'zod';
import type { Language } from '../stores/schema.ts';
import { type DialogueContext, routeSchema } from '../understanding/types.ts';

const fields = {
  lastIntent: z.string().optional(),
  lastRoute: routeSchema.optional(),
  /** The last question that went to retrieval, for follow-ups that leave the topic out. */
  lastQuestion: z.string().optional(),
  /** What an agent who gave the conversation back wants the bot to know; not for the customer. */
  learned: z.string().optional(),
  focusOrderIds: z.array(z.string()),
  focusProductIds: z.array(z.string()),
  askedSlot: z.string().optional(),
  offeredHuman: z.boolean(),
  /** Clarifying questions in a row; at most two, then a person is offered. */
  clarifications: z.number().int(),
};

/** What one turn leaves for the next; stored in conversations.dialogue. */
export const dialogueSchema = z.object({
  ...fields,
  focusOrderIds: fields.focusOrderIds.default([]),
  focusProductIds: fields.focusProductIds.default([]),
  offeredHuman: fields.offeredHuman.default(false),
  clarifications: fields.clarifications.default(0),
});

/** What a branch changes of it. Without defaults: what a branch does not name stays as it was. */
export const dialoguePatchSchema = z.object(fields).partial();

export type Dialogue = z.infer<typeof dialogueSchema>;

/** Reads the stored state; anything unreadable begins anew. */
export const readDialogue = (stored: unknown): Dialogue => {
  const parsed = dialogueSchema.safeParse(stored);
  return parsed.success ? parsed.data : dialogueSchema.parse({});
};

/** The part that understanding takes as evidence. */
export const contextOf = (
  dialogue: Dialogue,
  pendingConfirmation: boolean,
  fallbackLanguage: Language,
): DialogueContext => ({
  ...(dialogue.lastIntent ? { lastIntent: dialogue.lastIntent } : {}),
  ...(dialogue.lastRoute ? { lastRoute: dialogue.lastRoute } : {}),
  ...(dialogue.askedSlot ? { askedSlot: dialogue.askedSlot } : {}),
  focusOrderIds: dialogue.focusOrderIds,
  focusProductIds: dialogue.focusProductIds,
  pendingConfirmation,
  offeredHuman: dialogue.offeredHuman,
  fallbackLanguage,
});
