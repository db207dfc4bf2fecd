import type { Language } from '../../stores/schema.ts';
import type { Actor, Page } from '../ports.ts';

export type GapKind = 'unanswered' | 'disliked';
export type GapStatus = 'open' | 'answered' | 'dismissed';

/** One time that it was asked; `conversationId` leads to the conversation. */
export interface GapQuestion {
  conversationId: string;
  messageId: string;
  question: string;
  language: Language;
  askedAt: Date;
}

/** One matter that customers asked about without a (good) answer, in whatever words and language. */
export interface Gap {
  /** Stable as long as its first question is kept. */
  id: string;
  /** No evidence was found, or the answer got a thumbs down. */
  kind: GapKind;
  status: GapStatus;
  /** The words that its questions share. */
  topic: string;
  /** The wording that says it best. */
  question: string;
  count: number;
  /** The language in which it was asked most. */
  language: Language;
  languages: Record<Language, number>;
  firstAskedAt: Date;
  lastAskedAt: Date;
  /** Up to five distinct wordings, newest first. */
  examples: string[];
  /** The last ten times. */
  questions: GapQuestion[];
  /** The last eight weeks, oldest first; `start` is a Monday (UTC). */
  weeks: Array<{ start: string; count: number }>;
  /** What the best passage would score now, 0 to 1. */
  evidence: number;
}

/** What an FAQ for a gap could begin with; `answer` is empty where no passage comes near. */
export interface GapDraft {
  question: string;
  variants: string[];
  answer: string;
  language: Language;
  sources: Array<{
    kind: 'document' | 'faq' | 'product';
    documentId: string;
    title: string;
    page: number | null;
    quote: string;
    evidence: number;
  }>;
}

/** Questions without a good answer, grouped by matter, most frequent first. Unknown ids throw not_found. */
export interface GapService {
  list(query?: { status?: GapStatus | 'all'; kind?: GapKind; limit?: number; offset?: number }): Promise<Page<Gap>>;
  draft(id: string): Promise<GapDraft>;
  /** Not shown again, also when it is asked again. */
  dismiss(id: string, by?: Actor): Promise<void>;
  restore(id: string, by?: Actor): Promise<void>;
}
