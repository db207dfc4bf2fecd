import type { Language } from '../../stores/schema.ts';
import type { Reply } from '../harness/shop-target.ts';

export const GOAL_KINDS = [
  'cancel',
  'address',
  'items',
  'return',
  'invoice',
  'tracking',
  'refund status',
  'recommendation',
  'product question',
  'human',
] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** What a question of the shop's can be about, and the customer can answer. */
export type Detail = 'orderId' | 'item' | 'variant' | 'address' | 'fault' | 'title' | 'reason';

/** What a simulated customer wants, with all that they know. Made from a shop's data, never from what the shop answers. */
export interface SimGoal {
  kind: GoalKind;
  language: Language;
  customer: string;
  /** The same wish in several words. */
  asks: string[];
  /** In as few words as people type on a phone. */
  terse: string;
  /** As somebody says it who does not know how to begin. */
  vague: string;
  details: Partial<Record<Detail, string>>;
  /** Only for changes: this is the change that is wanted. Anything else gets a no. */
  fits?(confirmation: NonNullable<Reply['confirmation']>): boolean;
  /** A reply that settles the matter; for changes a later look at the order, asked for with `lookUp`. */
  reached(reply: Reply): boolean;
  lookUp?: string;
  /** For a model that plays the customer: the wish and what is known, in one paragraph. */
  brief: string;
}
