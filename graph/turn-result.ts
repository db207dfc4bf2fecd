import { z } from 'zod';
import { cardSchema } from '../tools/cards.ts';

export {
  type ArrivalView,
  type Card,
  type ComparisonCard,
  cardSchema,
  type OrderCard,
  type ProductsCard,
  type ShipmentView,
} from '../tools/cards.ts';

export const languageSchema = z.enum(['zh', 'en']);
export const conversationStatusSchema = z.enum(['bot', 'waiting', 'human', 'closed']);
export const routeSchema = z.enum(['knowledge', 'order', 'recommend', 'clarify', 'escalate', 'smalltalk', 'decline']);

/** A claim's source. `page` counts from 1; null where the source has no pages. `marker` is the [n] in the text. */
export const citationSchema = z.object({
  marker: z.number().int().optional(),
  documentId: z.string(),
  title: z.string(),
  page: z.number().int().nullable(),
  quote: z.string(),
});

/** One line of a change. `kind` is set where it is money: what the shop keeps, what the customer gets or has to pay. */
export const fieldChangeSchema = z.object({
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  kind: z.enum(['fee', 'refund', 'charge']).optional(),
});

export const confirmationSchema = z.object({
  id: z.string(),
  action: z.string(),
  summary: z.string(),
  changes: z.array(fieldChangeSchema),
  expiresAt: z.string(),
});

/** A turn as one object: the JSON answer of POST /api/chat, and what is stored as a reply's body. */
export const turnResultSchema = z.object({
  conversationId: z.string(),
  /** The reply's id; null while a person has the conversation and no bot reply was written. */
  messageId: z.string().nullable(),
  status: conversationStatusSchema,
  route: routeSchema,
  routes: z.array(routeSchema),
  intent: z.string(),
  confidence: z.number(),
  language: languageSchema,
  text: z.string(),
  citations: z.array(citationSchema),
  cards: z.array(cardSchema),
  confirmation: confirmationSchema.nullable(),
  /** Short texts the customer may press instead of typing. */
  quickReplies: z.array(z.string()),
  engine: z.string(),
  degraded: z.boolean(),
});

export type Citation = z.infer<typeof citationSchema>;
export type FieldChangeView = z.infer<typeof fieldChangeSchema>;
export type ConfirmationView = z.infer<typeof confirmationSchema>;
export type TurnResult = z.infer<typeof turnResultSchema>;

/** What a reply holds in which nothing is said. */
export const emptyReply = () =>
  ({
    text: '',
    citations: [],
    cards: [],
    confirmation: null,
    quickReplies: [],
    engine: 'local',
    degraded: false,
  }) satisfies Partial<TurnResult>;

export type ConversationStatus = z.infer<typeof conversationStatusSchema>;
