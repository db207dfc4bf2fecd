import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { ChunkRow } from '../retrieval/passage-store.ts';

const PAGE = 5_000;
const BATCH = 200;
/** Changes that are followed in one go: as many as one request to Chroma takes. */
export const CHANGES = 500;

export async function countLiveChunks(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('chunks')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('live', '=', true)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Ids of all live chunks, read in pages. */
export async function liveChunkIds(db: Kysely<Database>): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('chunks')
      .select('id')
      .where('live', '=', true)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) ids.add(row.id);
    if (rows.length < PAGE) return ids;
    last = rows.at(-1)?.id ?? last;
  }
}

/** The live ones among `ids`, in batches of what is embedded in one go. */
export async function* liveChunks(db: Kysely<Database>, ids: string[]): AsyncGenerator<ChunkRow[]> {
  for (let i = 0; i < ids.length; i += BATCH)
    yield await db
      .selectFrom('chunks')
      .selectAll()
      .where('id', 'in', ids.slice(i, i + BATCH))
      .where('live', '=', true)
      .execute();
}

/** Changes after `revision`, in their order; a row that is not live is gone from answers. */
export const changedChunks = (db: Kysely<Database>, revision: number): Promise<ChunkRow[]> =>
  db.selectFrom('chunks').selectAll().where('revision', '>', revision).orderBy('revision').limit(CHANGES).execute();

/** The revision up to which everything is committed and seen. */
export async function lastRevision(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('chunks')
    .select((eb) => eb.fn.max('revision').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
