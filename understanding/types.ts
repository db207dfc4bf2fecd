import { z } from 'zod';

/** Where a request is worked on; the graph has one branch for each. */
export const routeSchema = z.enum(['knowledge', 'order', 'recommend', 'clarify', 'escalate', 'smalltalk', 'decline']);
export type Route = z.infer<typeof routeSchema>;

export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const scriptSchema = z.enum(['hans', 'hant', 'latn']);
export type Script = z.infer<typeof scriptSchema>;

/** Calendar days in the shop's time zone, both inclusive, as `YYYY-MM-DD`. */
const dateSpanSchema = z.object({ from: z.string(), to: z.string(), text: z.string() });
export type DateSpan = z.infer<typeof dateSpanSchema>;

/** A price wish; a missing end is open. Amounts in the currency's main unit (yuan, dollars), currency as ISO 4217 when said. */
const priceRangeSchema = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  currency: z.string().optional(),
});
export type PriceRange = z.infer<typeof priceRangeSchema>;

const moneySchema = z.object({ amount: z.number(), currency: z.string().optional() });
export type Money = z.infer<typeof moneySchema>;

/** `score` is 0..1; 1 is the whole name, letter by letter. */
const productMentionSchema = z.object({
  productId: z.string(),
  score: z.number(),
  /** Named by no more than the words of a kind that several are of. */
  ofKind: z.boolean().optional(),
  /** Beside a better one it is named by words of its own, joined to it by "and" or "or". */
  own: z.boolean().optional(),
});
export type ProductMention = z.infer<typeof productMentionSchema>;

/** A category or a generic word ("headphones", 耳机) and every product it can mean. */
const categoryMentionSchema = z.object({
  category: z.string(),
  productIds: z.array(z.string()),
  score: z.number(),
});
export type CategoryMention = z.infer<typeof categoryMentionSchema>;

/** Position in a list shown or in time: `{from: 'start', n: 2}` is the second, `{from: 'end', n: 1}` the last or latest. */
const ordinalSchema = z.object({ from: z.enum(['start', 'end']), n: z.number().int().positive() });
export type Ordinal = z.infer<typeof ordinalSchema>;

export const slotsSchema = z.object({
  orderIds: z.array(z.string()).default([]),
  trackingNumbers: z.array(z.string()).default([]),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  quantity: z.number().int().positive().optional(),
  money: z.array(moneySchema).default([]),
  priceRange: priceRangeSchema.optional(),
  dates: z.array(dateSpanSchema).default([]),
  ordinal: ordinalSchema.optional(),
  products: z.array(productMentionSchema).default([]),
  categories: z.array(categoryMentionSchema).default([]),
  /** A plain yes or no; left out unless the message says it clearly. */
  answer: z.enum(['yes', 'no']).optional(),
  /** What the customer wants it for or to be like: "for running", 送妈妈, quiet; words as written. */
  needs: z.array(z.string()).default([]),
  /** The customer did not ask for a person: offer one, do not hand over. */
  offerOnly: z.boolean().optional(),
});
export type Slots = z.infer<typeof slotsSchema>;

export const understoodRequestSchema = z.object({
  text: z.string(),
  /** An id of data/intents, or `unclear`. */
  intent: z.string(),
  route: routeSchema,
  /** Calibrated probability of the intent, 0..1. */
  confidence: z.number().min(0).max(1),
  slots: slotsSchema,
  /** The change whose procedure is asked for ("how do I return something?"): what to do when no document tells. */
  procedureOf: z.string().optional(),
  /** Asks for information (wh-word, question particle or mark): retrieval may know the answer even when the route is decline. */
  isQuestion: z.boolean(),
  /** The next best intents, best first, for clarifying questions and for labelling by doubt. */
  alternatives: z.array(z.object({ intent: z.string(), confidence: z.number() })),
});
export type UnderstoodRequest = z.infer<typeof understoodRequestSchema>;

export const understandingSchema = z.object({
  language: languageSchema,
  script: scriptSchema,
  /** In the order written; never empty. */
  requests: z.array(understoodRequestSchema).min(1),
  mood: z.enum(['neutral', 'angry']),
});
export type Understanding = z.infer<typeof understandingSchema>;

/** What the conversation so far says about the next message. */
const dialogueContextSchema = z.object({
  lastIntent: z.string().optional(),
  lastRoute: routeSchema.optional(),
  focusOrderIds: z.array(z.string()),
  focusProductIds: z.array(z.string()),
  /** A change waits for the customer's yes. */
  pendingConfirmation: z.boolean(),
  /** The last reply offered a person. */
  offeredHuman: z.boolean(),
  /** The slot the last reply asked for, e.g. `orderId`. */
  askedSlot: z.string().optional(),
  fallbackLanguage: languageSchema,
});
export type DialogueContext = z.infer<typeof dialogueContextSchema>;

/** Understands one message; pure, about a millisecond. */
export interface Understander {
  understand(text: string, context: DialogueContext): Understanding;
}

/** Finds products of this shop in free text. */
export interface CatalogueIndex {
  /** Best first; products named (fuzzily), then categories or generic words. */
  find(text: string): { products: ProductMention[]; categories: CategoryMention[] };
  /** Whether a code stands in a product's name ("70-200" of "70-200mm lens"). */
  isPartOfName(code: string): boolean;
}

/** What the index is built from: every name in every language, categories likewise. */
export interface CatalogueEntry {
  id: string;
  names: string[];
  category: string[];
  /** By which a thing is told apart from what is sold to go with it. */
  price?: number;
}
