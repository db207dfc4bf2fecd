import { type Kysely, type Selectable, sql } from 'kysely';
import { prepared } from '../../stores/prepared.ts';
import type { Database } from '../../stores/schema.ts';
import { cleanMarks } from '../injection/clean-marks.ts';
import type { MayStand } from '../injection/machine-instructions.ts';
import { passageWithoutInstructions } from '../injection/passage-without-instructions.ts';
import { readQuotedAnyway } from '../injection/quoted-anyway.ts';
import { rememberClean } from '../injection/remember-clean.ts';
import { LruCache } from '../lru-cache.ts';
import type { Analyzer } from '../text/analyzer.ts';
import type { Passage } from '../types.ts';
import { type AnalysedPassage, analysePassage } from './analysed-passage.ts';

export type ChunkRow = Selectable<Database['chunks']>;

const CACHED = 4_000;

/** What of a chunk's row a passage and its analysis are made from. */
const COLUMNS = [
  'id',
  'source_kind',
  'source_id',
  'title',
  'page',
  'heading',
  'keywords',
  'text',
  'language',
  'audience',
  'clean_mark',
  'revision',
] as const;
type PassageRow = Pick<ChunkRow, (typeof COLUMNS)[number]>;

type PassageColumns = Omit<PassageRow, 'keywords' | 'clean_mark'>;

const asPassage = (row: PassageColumns): Passage => ({
  id: row.id,
  kind: row.source_kind,
  documentId: row.source_id,
  title: row.title,
  page: row.page,
  heading: row.heading,
  text: row.text,
  language: row.language,
  audience: row.audience,
  revision: row.revision,
});

/** What customers and models may read of a row: instructions to the machine in it are left out. */
export const toPassage = (row: PassageColumns, mayStand?: MayStand): Passage =>
  passageWithoutInstructions(asPassage(row), mayStand);

/** Passages with their analysis, the ones used last at hand, the others read from PostgreSQL in one query. */
export interface PassageStore {
  load(ids: string[]): Promise<Map<string, AnalysedPassage>>;
  forget(id: string): void;
  clear(): void;
}

export function createPassageStore(options: {
  db: Kysely<Database>;
  analyzer: () => Analyzer;
  /** About how many chunks there are. */
  size: () => number;
}): PassageStore {
  const cache = new LruCache<AnalysedPassage>(CACHED);

  /** Rows of another program's mark, or none, are screened; those in which nothing is found get this one's. */
  const screen = async (rows: readonly PassageRow[]): Promise<Passage[]> => {
    const marks = await cleanMarks();
    const found = new Map<string, string>();
    const doubtful = new Set<PassageRow>();
    for (const row of rows) {
      if (marks.holds(row, row.clean_mark)) continue;
      const mark = marks.of(row);
      if (mark === null) doubtful.add(row);
      else found.set(row.id, mark);
    }
    if (found.size > 0) rememberClean(options.db, found);
    if (doubtful.size === 0) return rows.map(asPassage);
    const quoted = await readQuotedAnyway(options.db);
    return rows.map((row) =>
      doubtful.has(row) ? toPassage(row, quoted({ kind: row.source_kind, id: row.source_id })) : asPassage(row),
    );
  };
  return {
    async load(ids) {
      const found = new Map<string, AnalysedPassage>();
      const missing: string[] = [];
      for (const id of ids) {
        const known = cache.get(id);
        if (known) found.set(id, known);
        else missing.push(id);
      }
      if (missing.length > 0) {
        const rows = await options.db
          .selectFrom('chunks')
          .select(COLUMNS)
          .where(sql<boolean>`id = any(${missing}) and live`)
          .modifyEnd(prepared(options.size()))
          .execute();
        const passages = await screen(rows);
        for (const [at, passage] of passages.entries()) {
          // Nothing but instructions to the machine: no answer.
          if (passage.text === '') continue;
          const analysed = analysePassage(passage, rows[at]?.keywords ?? '', options.analyzer());
          cache.set(passage.id, analysed);
          found.set(passage.id, analysed);
        }
      }
      return found;
    },
    forget: (id) => cache.delete(id),
    clear: () => cache.clear(),
  };
}
