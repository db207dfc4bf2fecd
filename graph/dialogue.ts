import { z } from 'zod';
import type { Language } from '../stores/schema.ts';
import { type DialogueContext, routeSchema } from '../understanding/types.ts';

/** What one turn leaves for the next; stored in conversations.dialogue. */
export const dialogueSchema = z.object({
  lastIntent: z.string().optional(),
  lastRoute: routeSchema.optional(),
  /** The last question that went to retrieval, for follow-ups that leave the topic out. */
  lastQuestion: z.string().optional(),
  focusOrderIds: z.array(z.string()).default([]),
  focusProductIds: z.array(z.string()).default([]),
  askedSlot: z.string().optional(),
  offeredHuman: z.boolean().default(false),
  /** Clarifying questions in a row; at most two, then a person is offered. */
  clarifications: z.number().int().default(0),
});

export type Dialogue = z.infer<typeof dialogueSchema>;
/** What a branch changes of it; undefined removes. */
export type DialoguePatch = Partial<Dialogue>;

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
