import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { MayStand } from '../injection/machine-instructions.ts';
import { passageWithoutInstructions } from '../injection/passage-without-instructions.ts';
import { readQuotedAnyway } from '../injection/quoted-anyway.ts';
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
] as const;
type PassageRow = Pick<ChunkRow, (typeof COLUMNS)[number]>;

/** What customers and models may read of a row: instructions to the machine in it are left out. */
export const toPassage = (row: Omit<PassageRow, 'keywords'>, mayStand?: MayStand): Passage =>
  passageWithoutInstructions(
    {
      id: row.id,
      kind: row.source_kind,
      documentId: row.source_id,
      title: row.title,
      page: row.page,
      heading: row.heading,
      text: row.text,
      language: row.language,
      audience: row.audience,
    },
    mayStand,
  );

/** Passages with their analysis, the ones used last at hand, the others read from PostgreSQL in one query. */
export interface PassageStore {
  load(ids: string[]): Promise<Map<string, AnalysedPassage>>;
  forget(id: string): void;
  clear(): void;
}

export function createPassageStore(options: { db: Kysely<Database>; analyzer: () => Analyzer }): PassageStore {
  const cache = new LruCache<AnalysedPassage>(CACHED);
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
          .where(sql<boolean>`id = any(${missing})`)
          .where('live', '=', true)
          .execute();
        const quoted = await readQuotedAnyway(options.db);
        for (const row of rows) {
          const passage = toPassage(row, quoted({ kind: row.source_kind, id: row.source_id }));
          const analysed = analysePassage(passage, row.keywords, options.analyzer());
          // Nothing but instructions to the machine: no answer.
          if (analysed.passage.text === '') continue;
          cache.set(row.id, analysed);
          found.set(row.id, analysed);
        }
      }
      return found;
    },
    forget: (id) => cache.delete(id),
    clear: () => cache.clear(),
  };
}
