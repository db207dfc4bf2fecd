import { MessagesValue, ReducedValue, StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { understandingSchema } from '../understanding/types.ts';
import { dialoguePatchSchema } from './dialogue.ts';
import { cardSchema, citationSchema, fieldChangeSchema, routeSchema, turnResultSchema } from './turn-result.ts';

/** A change that the customer is asked to confirm; becomes a row with the reply (graph/ports.ts NewConfirmation). */
const proposedChangeSchema = z.object({
  id: z.string(),
  action: z.string(),
  args: z.record(z.string(), z.unknown()),
  summary: z.string(),
  changes: z.array(fieldChangeSchema),
  expiresAt: z.string(),
});

/** What one branch has to say about one request of the message. */
export const partSchema = z.object({
  /** The request's place in the message, from 0. */
  index: z.number().int(),
  intent: z.string(),
  route: routeSchema,
  text: z.string(),
  citations: z.array(citationSchema).default([]),
  cards: z.array(cardSchema).default([]),
  confirmation: proposedChangeSchema.nullable().default(null),
  quickReplies: z.array(z.string()).default([]),
  handoff: z
    .object({
      reason: z.string(),
      summary: z.string(),
      mood: z.string(),
      orderIds: z.array(z.string()),
      /** Name of the rule that asked for it. */
      rule: z.string().optional(),
    })
    .nullable()
    .default(null),
  unanswered: z.object({ question: z.string(), topic: z.string() }).nullable().default(null),
  /** What it changes of the dialogue state. */
  dialogue: dialoguePatchSchema.default({}),
});

export type Part = z.output<typeof partSchema>;
export type ProposedChange = z.infer<typeof proposedChangeSchema>;

/** Which pending confirmation the customer settled, and how. */
const settlementSchema = z.object({
  confirmationId: z.string(),
  approve: z.boolean(),
  /** The customer put something else in its place: the message's requests are worked on after it. */
  andThen: z.boolean().optional(),
});
export type Settlement = z.infer<typeof settlementSchema>;

/**
 * The state of one turn. `messages` is what chat clients of the LangGraph server send and read; our own server gives
 * `text` and reads `result`.
 */
export const TurnState = new StateSchema({
  messages: MessagesValue,
  text: z.string().default(''),
  dialogue: z.record(z.string(), z.unknown()).default({}),
  settlement: settlementSchema.nullable().default(null),
  understanding: understandingSchema.nullable().default(null),
  /** Branches add theirs; null begins a new turn. */
  parts: new ReducedValue(
    z.array(partSchema).default(() => []),
    {
      inputSchema: z.array(partSchema).nullable(),
      reducer: (parts: Part[], added: Part[] | null) => (added === null ? [] : [...parts, ...added]),
    },
  ),
  result: turnResultSchema.nullable().default(null),
});

export type State = typeof TurnState.State;
export type Update = typeof TurnState.Update;
