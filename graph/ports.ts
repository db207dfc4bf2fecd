import type { Language, OwnerKind } from '../stores/schema.ts';
import type { HistoryLine } from './engines/engine.ts';
import type { TurnUsage } from './engines/openai/budget.ts';
import type { TurnEvent } from './turn-events.ts';
import type { ConfirmationView, TurnResult } from './turn-result.ts';

/** Who the turn is for; tools put this into their SQL and know no other way to name a customer. */
export interface TurnCaller {
  kind: OwnerKind;
  id: string;
  name?: string;
  locale?: Language;
}

/** What is before the customer on the shop's page: for recommending, never for whose it is. */
export interface PageContext {
  productId?: string | undefined;
  basket?: { productId: string; variantId?: string | undefined; quantity: number }[] | undefined;
}

/** All that a turn needs to know, read in one round trip before it starts. */
export interface TurnInput {
  turnId: string;
  conversationId: string;
  /** The stored customer message. */
  messageId: string;
  replyId: string;
  text: string;
  caller: TurnCaller;
  /** The client's locale, else the conversation's language: used when the text itself does not tell. */
  fallbackLanguage: Language;
  /** conversations.dialogue as stored; graph/dialogue.ts owns its shape. */
  dialogue: Record<string, unknown>;
  /** The last lines before this message, oldest first, at most 12. */
  history: HistoryLine[];
  /** The write that waits for a yes or no, if any. */
  pendingConfirmation: (ConfirmationView & { customerId: string }) | null;
  /** Counts from 1; above 1 an earlier run was broken off, and a journal of it may exist. */
  attempt: number;
  /** Set when a button settled it: then text is only what the history shows. */
  settlement: { confirmationId: string; approve: boolean } | null;
  /** Absent where the client sends none. */
  page?: PageContext | undefined;
}

/** A turn that may write keeps a journal (checkpoints), so that it goes on where it was broken off. */
export const keepsJournal = (input: Pick<TurnInput, 'attempt' | 'pendingConfirmation' | 'settlement'>): boolean =>
  input.attempt > 1 || input.pendingConfirmation !== null || input.settlement !== null;

/** Row of a confirmation to be asked; stored with the reply that asks it. */
export interface NewConfirmation {
  id: string;
  customerId: string;
  action: string;
  args: Record<string, unknown>;
  summary: string;
  changes: ConfirmationView['changes'];
  expiresAt: Date;
}

/** All that a turn did, stored in one round trip with the reply. Order changes are the exception: they are
 * committed by the tool itself, keyed by the confirmation's id. */
export interface TurnOutcome {
  result: TurnResult;
  dialogue: Record<string, unknown>;
  /** Set: the conversation goes to status 'waiting' with this handoff (if none is open). */
  handoff: { reason: string; summary: string; mood: string; orderIds: string[]; rule?: string | undefined } | null;
  confirmation: NewConfirmation | null;
  /** A detail of another change is asked for: the one that waited for its yes is void. */
  endsConfirmation?: boolean;
  /** Set: the question found no evidence. */
  unanswered: { question: string; topic: string } | null;
  /** Milliseconds from the start of run() to the first delta; null when there was none. */
  firstTokenMs: number | null;
  /** Absent without a model. */
  usage?: TurnUsage | undefined;
  /** Understanding, legs and scores, calls to a model, tool calls, timings: for the desk's and QA's viewer. */
  trace: unknown;
}

/** The graph as the conversation service sees it: runs one turn, emits while it goes, touches no message. */
export interface TurnRunner {
  run(input: TurnInput, options: { emit: (event: TurnEvent) => void; signal: AbortSignal }): Promise<TurnOutcome>;
  /** Drops the turn's journal; to be called once its outcome is stored. */
  forget(turnId: string): Promise<void>;
}
