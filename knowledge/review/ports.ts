import type { Language } from '../../stores/schema.ts';
import type { Actor, FaqInput } from '../ports.ts';
import type { TermInput } from '../terms/ports.ts';

export type ConflictKind = 'duplicate' | 'contradiction';

/** One side of a finding. `quote` is the sentence, row or passage that it is about. */
export interface ConflictSide {
  passageId: string;
  kind: 'document' | 'faq' | 'product';
  documentId: string;
  title: string;
  page: number | null;
  heading: string | null;
  language: Language;
  audience: string;
  quote: string;
}

export interface Conflict {
  /** The same for the same two texts, whatever version they are in. */
  id: string;
  kind: ConflictKind;
  a: ConflictSide;
  b: ConflictSide;
  /** The words that both are about; for a duplicate its first words. */
  about: string;
  /** What differs, as each side says it ("7天", "15天"); null for a duplicate. */
  valueA: string | null;
  valueB: string | null;
  /** 0 to 1. */
  similarity: number;
  dismissed: boolean;
}

/** Those who say the same of a point; `places` are the first of `count`. */
export interface ConflictVersion {
  /** What differs, as it is said there; null for a duplicate. */
  value: string | null;
  count: number;
  places: ConflictSide[];
}

/** One thing that is said differently, or twice, in however many places; `ids` are those of its pairs. */
export interface ConflictPoint {
  id: string;
  ids: string[];
  about: string;
  /** Of its surest pair. */
  similarity: number;
  versions: ConflictVersion[];
}

/** The points in which the same sources differ, or repeat each other; `points` and `titles` are the first of all. */
export interface ConflictGroup {
  id: string;
  ids: string[];
  kind: ConflictKind;
  titles: string[];
  sourceCount: number;
  points: ConflictPoint[];
  pointCount: number;
}

/** How far the comparison of all passages is; `progress` is 0 to 1, `checkedAt` null before the first is through. */
export interface ComparisonState {
  state: 'checking' | 'ready';
  progress: number;
  passages: number;
  checkedAt: Date | null;
}

export interface ConflictReport extends ComparisonState {
  items: Conflict[];
  total: number;
}

/** `counts` are of groups. */
export interface ConflictGroupReport extends ComparisonState {
  groups: ConflictGroup[];
  counts: Record<ConflictKind | 'dismissed', number>;
}

/** Passages that say the same twice, or not the same. */
export interface ConflictService {
  /** What is known now; a comparison begins when the knowledge has changed since the last one. */
  report(query?: {
    kind?: ConflictKind;
    dismissed?: boolean;
    limit?: number;
    offset?: number;
  }): Promise<ConflictReport>;
  /** The same, each thing once; `groups` are those of `list`. */
  groups(query: { list: ConflictKind | 'dismissed'; limit?: number; offset?: number }): Promise<ConflictGroupReport>;
  /** `id` of a pair, a point or a group. */
  dismiss(id: string, by?: Actor): Promise<void>;
  restore(id: string, by?: Actor): Promise<void>;
}

export type ChangeOfPassages =
  | { kind: 'faq'; id?: string; faq: FaqInput }
  /** A version that is held for review. */
  | { kind: 'document'; id: string; version?: number }
  | { kind: 'remove'; source: 'document' | 'faq'; id: string };

/** Of the entry `id` of the shop's words, or a new one. */
export type ChangeOfWords =
  | { kind: 'term'; id?: string; term: TermInput }
  | { kind: 'remove'; source: 'term'; id: string };

/** A change that is not made yet. */
export type ProposedChange = ChangeOfPassages | ChangeOfWords;

/** What a question would be answered from; null: nothing is found. */
export interface PreviewedAnswer {
  evidence: number;
  verdict: 'answer' | 'clarify' | 'decline';
  citation: {
    kind: 'document' | 'faq' | 'product';
    documentId: string;
    title: string;
    page: number | null;
    quote: string;
  } | null;
}

export interface PreviewedQuestion {
  question: string;
  language: Language;
  askedAt: Date;
  /** How often it was asked in the time looked at. */
  count: number;
  change: 'now_answered' | 'no_longer_answered' | 'other_source' | 'other_text';
  before: PreviewedAnswer;
  after: PreviewedAnswer;
}

export interface PreviewReport {
  /** Distinct questions that were asked again. */
  checked: number;
  /** More questions were asked than were checked. */
  truncated: boolean;
  questions: PreviewedQuestion[];
}

/** Which recent questions would be answered differently after a change. */
export interface PreviewService {
  preview(change: ProposedChange, options?: { limit?: number; signal?: AbortSignal }): Promise<PreviewReport>;
}
