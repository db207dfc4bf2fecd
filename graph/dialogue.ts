import { z } from 'zod';
import type { Language } from '../stores/schema.ts';
import { type DialogueContext, languageSchema, routeSchema, scriptSchema } from '../understanding/types.ts';

/** A question of ours that waits for its answer, or a change that waits for its yes. */
const openQuestionSchema = z.object({
  /** The intent that it serves: what an answer goes on with. */
  intent: z.string(),
  /** Undefined for a change to be confirmed. */
  askedSlot: z.string().optional(),
  /** The question as it was put, and its buttons. */
  question: z.string(),
  choices: z.array(z.string()).default([]),
  orderIds: z.array(z.string()).default([]),
  /** That the question was put in. */
  language: languageSchema.optional(),
  /** How often the customer spoke of something else since. */
  detours: z.number().int().default(0),
  /** Whether the last reply put it. */
  put: z.boolean().default(true),
});
export type OpenQuestion = z.infer<typeof openQuestionSchema>;

/** A change that is being put together. */
const draftSchema = z.object({
  intent: z.string(),
  orderId: z.string(),
  args: z.record(z.string(), z.unknown()),
});

/** A change that is wished for beside the one that is being put; its turn comes when that one is settled. */
const waitingWishSchema = z.object({
  intent: z.string(),
  text: z.string().max(1000),
  /** Empty where the text alone tells. */
  orderIds: z.array(z.string()).default([]),
});
export type WaitingWish = z.infer<typeof waitingWishSchema>;

const fields = {
  lastIntent: z.string().optional(),
  lastRoute: routeSchema.optional(),
  /** The last question that went to retrieval, for follow-ups that leave the topic out. */
  lastQuestion: z.string().optional(),
  /** What an agent who gave the conversation back wants the bot to know; not for the customer. */
  learned: z.string().optional(),
  focusOrderIds: z.array(z.string()),
  focusProductIds: z.array(z.string()),
  /** The last products that were shown together: "the first one" is one of them. */
  shownProductIds: z.array(z.string()),
  /** The last orders that were shown together: "the other one" is one of them. */
  shownOrderIds: z.array(z.string()),
  /** Every order that was spoken of lately, newest first: "0362" is the end of one of them. */
  knownOrderIds: z.array(z.string()),
  askedSlot: z.string().optional(),
  /** What was wished in the words of the customer when several orders fitted: the choice of one goes on with it. */
  wish: z.string().max(1000).optional(),
  offeredHuman: z.boolean(),
  /** What the last reply said is possible instead of what was asked: a yes asks for it. Lasts one turn. */
  offer: waitingWishSchema.optional(),
  /** Clarifying questions in a row; at most two, then a person is offered. */
  clarifications: z.number().int(),
  /** Insults so far: the first gets a remark, later ones only the offer of a person. */
  insults: z.number().int(),
  /** The customer said that no person is wanted: from then on it stays a button. */
  refusedHuman: z.boolean(),
  /** Null ends what was open. */
  open: openQuestionSchema.nullable(),
  /** What was said so far of a change: its intent, its order, the arguments known. Null ends it. */
  draft: draftSchema.nullable(),
  /** The customer's words about what is wrong with a thing, until something was done about it. */
  trouble: z.string().max(300).optional(),
  /** What was carried out so far, as it was told; the latest last. */
  done: z.array(z.string().max(1000)),
  /** Wishes that wait for the one before them, in their order. */
  upNext: z.array(waitingWishSchema),
  /** Of the customer's last message that told. */
  language: languageSchema.optional(),
  script: scriptSchema.optional(),
};

/** What one turn leaves for the next; stored in conversations.dialogue. */
const dialogueSchema = z.object({
  ...fields,
  focusOrderIds: fields.focusOrderIds.default([]),
  focusProductIds: fields.focusProductIds.default([]),
  shownProductIds: fields.shownProductIds.default([]),
  shownOrderIds: fields.shownOrderIds.default([]),
  knownOrderIds: fields.knownOrderIds.default([]),
  offeredHuman: fields.offeredHuman.default(false),
  clarifications: fields.clarifications.default(0),
  insults: fields.insults.default(0),
  refusedHuman: fields.refusedHuman.default(false),
  open: fields.open.default(null),
  draft: fields.draft.default(null),
  done: fields.done.default([]),
  upNext: fields.upNext.default([]),
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
  fallbackLanguage: dialogue.language ?? fallbackLanguage,
});
