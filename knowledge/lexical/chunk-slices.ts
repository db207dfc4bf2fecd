import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { IndexedChunk } from './segment.ts';

/** Chunks read and packed in one go: about a quarter of a second of a worker's time. */
const SLICE_ROWS = 4_000;
/** So many of those that come last, lest one worker waits for the other in the end. */
const LAST_SLICE_ROWS = 1_000;

const COLUMNS = [
  'id',
  'source_kind',
  'language',
  'audience',
  'title',
  'heading',
  'keywords',
  'text',
  'revision',
] as const;

/** What of a chunk's row the index is made from. */
export type IndexedRow = Pick<Selectable<Database['chunks']>, (typeof COLUMNS)[number]>;

export const toIndexedChunk = (row: IndexedRow): IndexedChunk => ({
  id: row.id,
  kind: row.source_kind,
  language: row.language,
  audience: row.audience,
  revision: row.revision,
});

/** What an index must hold, as of one moment. */
export interface ChunkCensus {
  /** Live chunks, and the sum of their revisions. */
  count: number;
  revisions: number;
  /** The highest revision of all chunks: whatever changes later gets a higher one. */
  last: number;
}

export async function takeCensus(db: Kysely<Database>): Promise<ChunkCensus> {
  const { rows } = await sql<ChunkCensus>`
    select count(*) filter (where live) as count, coalesce(sum(revision) filter (where live), 0) as revisions,
      coalesce(max(revision), 0) as last
    from chunks`.execute(db);
  return rows[0] ?? { count: 0, revisions: 0, last: 0 };
}

/** Live chunks with a revision above `after`, up to `upTo`. */
export interface Slice {
  after: number;
  upTo: number;
}

/** Cuts the live chunks between two revisions into slices of some thousands, the oldest into smaller ones. */
export async function cutSlices(db: Kysely<Database>, { after, upTo }: Slice): Promise<Slice[]> {
  const { rows } = await sql<{ revision: number }>`
    select revision from (
      select revision, row_number() over (order by revision) as n from chunks
      where live and revision > ${after} and revision <= ${upTo}
    ) numbered where n % ${SLICE_ROWS} = 0 or (n < ${SLICE_ROWS} and n % ${LAST_SLICE_ROWS} = 0)`.execute(db);
  const bounds = [...rows.map(({ revision }) => revision), upTo];
  return bounds
    .map((bound, i) => ({ after: bounds[i - 1] ?? after, upTo: bound }))
    .filter((slice) => slice.upTo > slice.after);
}

export const readSlice = (db: Kysely<Database>, { after, upTo }: Slice): Promise<IndexedRow[]> =>
  db
    .selectFrom('chunks')
    .select(COLUMNS)
    .where('live', '=', true)
    .where('revision', '>', after)
    .where('revision', '<=', upTo)
    .orderBy('revision')
    .execute();

/** Those of the given chunks that are live. */
export const readRows = (db: Kysely<Database>, ids: readonly string[]): Promise<IndexedRow[]> =>
  db.selectFrom('chunks').select(COLUMNS).where('live', '=', true).where('id', 'in', ids).execute();
