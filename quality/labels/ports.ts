import type { Language } from '../../stores/schema.ts';
import type { LabelInput, LabelRequest } from './label-schema.ts';

/** Who does something, for the record. */
export interface By {
  id: string | null;
  /** The e-mail address, or the command's name. */
  name: string;
}

/** Which turns come first, and which are shown at all. */
export type LabelQueue = 'doubt' | 'feedback' | 'unanswered' | 'newest';
export type LabelState = 'open' | 'second' | 'labelled' | 'skipped' | 'disputed' | 'all';

export interface TurnQuery {
  queue: LabelQueue;
  state: LabelState;
  intent?: string | undefined;
  language?: Language | undefined;
  /** Words in the customer's message. */
  q?: string | undefined;
  labeller?: string | undefined;
  limit: number;
  offset: number;
}

export interface LabelView {
  id: string;
  requests: LabelRequest[];
  reply: string | null;
  note: string | null;
  skipped: boolean;
  /** This one counts, whatever others said. */
  settles: boolean;
  labeller: string;
  updatedAt: string;
}

/** What the engine took a request for. */
export interface PredictedRequest extends LabelRequest {
  route: string;
  confidence: number;
  alternatives: Array<{ intent: string; confidence: number }>;
}

/** A customer's turn with all that labelling it wants to know. */
export interface TurnToLabel {
  turnId: string;
  conversationId: string;
  at: string;
  text: string;
  language: Language;
  route: string | null;
  engine: string | null;
  /** 0 sure to 1: little confidence, small lead over the next best intent. */
  doubt: number;
  reply: string | null;
  rating: 'up' | 'down' | null;
  comment: string | null;
  unanswered: boolean;
  escalated: boolean;
  predicted: PredictedRequest[];
  labels: LabelView[];
  disputed: boolean;
  /** The last lines before it, oldest first. */
  before: Array<{ author: string; text: string }>;
}

export interface LabelSummary {
  labels: number;
  labelledTurns: number;
  skipped: number;
  disputed: number;
  imported: number;
  open: number;
  byIntent: Record<string, number>;
  byLabeller: Array<{ labeller: string; labels: number }>;
}

/** Turns to label and the labels given to them. Errors are AppErrors: not_found, unknown_intent. */
export interface LabelService {
  list(query: TurnQuery): Promise<{ turns: TurnToLabel[]; total: number }>;
  find(turnId: string): Promise<TurnToLabel>;
  save(turnId: string, input: LabelInput, by: By): Promise<TurnToLabel>;
  skip(turnId: string, by: By): Promise<TurnToLabel>;
  /** Takes one's own label back. */
  remove(turnId: string, by: By): Promise<TurnToLabel>;
  /** Of several labels that differ, this one counts from now on. */
  settle(labelId: string): Promise<TurnToLabel>;
  summary(): Promise<LabelSummary>;
}
