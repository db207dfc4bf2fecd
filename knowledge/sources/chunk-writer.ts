import type { Insertable, Transaction } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';
import { cleanMarks } from '../injection/clean-marks.ts';
import { type ChunkContent, contentHash } from './content-hash.ts';
import { nextRevision } from './knowledge-lock.ts';

type NewChunk = Insertable<Database['chunks']>;

const BATCH = 200;

/** Inserts chunks, or brings rows of the same id (and so the same text) back to life. */
export async function putChunks(trx: Transaction<Database>, rows: NewChunk[]): Promise<void> {
  const marks = await cleanMarks();
  for (let i = 0; i < rows.length; i += BATCH) {
    await trx
      .insertInto('chunks')
      .values(
        rows
          .slice(i, i + BATCH)
          .map((row) => ({ ...row, clean_mark: marks.of({ ...row, heading: row.heading ?? null }), deleted: false })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          heading: eb.ref('excluded.heading'),
          text: eb.ref('excluded.text'),
          keywords: eb.ref('excluded.keywords'),
          content_hash: eb.ref('excluded.content_hash'),
          clean_mark: eb.ref('excluded.clean_mark'),
          page: eb.ref('excluded.page'),
          language: eb.ref('excluded.language'),
          audience: eb.ref('excluded.audience'),
          live: eb.ref('excluded.live'),
          deleted: eb.ref('excluded.deleted'),
          revision: nextRevision(),
        })),
      )
      .execute();
  }
}

/** Takes chunks out of answers and their text out of the table; the row stays so that every process hears of it. */
export async function buryChunks(
  trx: Transaction<Database>,
  where: { kind: 'document' | 'faq' | 'product'; sourceIds: string[]; exceptIds?: string[]; exceptVersion?: number },
): Promise<void> {
  let query = trx
    .updateTable('chunks')
    .set({
      live: false,
      deleted: true,
      text: '',
      title: '',
      heading: null,
      keywords: '',
      clean_mark: null,
      revision: nextRevision(),
    })
    .where('source_kind', '=', where.kind)
    .where('source_id', 'in', where.sourceIds)
    .where('deleted', '=', false);
  if (where.exceptIds && where.exceptIds.length > 0) query = query.where('id', 'not in', where.exceptIds);
  if (where.exceptVersion !== undefined) query = query.where('version', '!=', where.exceptVersion);
  await query.execute();
}

/** A chunk of a source without versions: its id holds its content, so that an id never changes its text. */
export function ownedChunk(input: {
  kind: 'faq' | 'product';
  sourceId: string;
  language: Language;
  content: ChunkContent;
}): NewChunk {
  const hash = contentHash(input.content);
  return {
    id: `${input.kind}-${input.sourceId}-${input.language}-${hash.slice(0, 12)}`,
    source_kind: input.kind,
    source_id: input.sourceId,
    ordinal: input.language === 'zh' ? 0 : 1,
    ...input.content,
    language: input.language,
    content_hash: hash,
    live: true,
  };
}

/** A source and what is to be found of it. */
export interface OwnedSource {
  sourceId: string;
  chunks: NewChunk[];
}

/**
 * Makes exactly these the live chunks of their sources, some hundred at a time; unchanged ones are left alone. The new
 * ones have the lower revision: who takes changes in one by one always has one of both.
 */
export async function replaceOwnedChunks(
  trx: Transaction<Database>,
  kind: 'faq' | 'product',
  sources: readonly OwnedSource[],
): Promise<void> {
  for (let i = 0; i < sources.length; i += BATCH) {
    const batch = sources.slice(i, i + BATCH);
    const chunks = batch.flatMap((source) => source.chunks);
    const ids = chunks.map(({ id }) => id);
    const there = ids.length
      ? await trx.selectFrom('chunks').select('id').where('id', 'in', ids).where('live', '=', true).execute()
      : [];
    const known = new Set(there.map(({ id }) => id));
    await putChunks(
      trx,
      chunks.filter(({ id }) => !known.has(id)),
    );
    await buryChunks(trx, { kind, sourceIds: batch.map(({ sourceId }) => sourceId), exceptIds: ids });
  }
}
