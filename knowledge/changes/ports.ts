import type { Actor, Page } from '../ports.ts';

export type ChangeKind = 'document' | 'faq' | 'product' | 'term' | 'gap' | 'conflict';
export type ChangeAction =
  | 'created'
  | 'replaced'
  | 'updated'
  | 'retried'
  | 'published'
  | 'discarded'
  | 'removed'
  | 'imported'
  | 'dismissed'
  | 'restored';

export interface KnowledgeChange {
  id: number;
  at: Date;
  /** Null: the program itself, from the shop's own files. */
  by: Actor | null;
  action: ChangeAction;
  kind: ChangeKind;
  subjectId: string;
  /** What the subject was called then. */
  title: string;
}

/** Who changed what and when, newest first. */
export interface ChangeTrail {
  list(query?: {
    kind?: ChangeKind;
    subjectId?: string;
    limit?: number;
    offset?: number;
  }): Promise<Page<KnowledgeChange>>;
}
