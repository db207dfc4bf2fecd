import type { Actor, ImportReport, ListQuery, Page } from '../ports.ts';

/** Words that mean the same, in both languages or one; two words at least. */
export interface TermInput {
  zh: string[];
  en: string[];
  /** For the managers; never searched. */
  note?: string | null;
}

export interface TermView {
  id: string;
  zh: string[];
  en: string[];
  note: string | null;
  updatedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The shop's own words. A change is known to this process when the call returns, to the others within seconds. */
export interface TermService {
  list(query?: ListQuery): Promise<Page<TermView>>;
  create(input: TermInput, by?: Actor): Promise<TermView>;
  update(id: string, input: TermInput, by?: Actor): Promise<TermView>;
  remove(id: string, by?: Actor): Promise<void>;
  /** Adds entries; one that shares a word with an existing entry adds its words to that. `replace`: only these remain. */
  import(
    rows: Array<{ row: number; term: TermInput }>,
    options?: { by?: Actor; replace?: boolean; dryRun?: boolean },
  ): Promise<ImportReport>;
}
