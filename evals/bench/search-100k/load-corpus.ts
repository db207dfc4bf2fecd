import { sql } from 'kysely';
import { cleanMarks } from '../../../knowledge/injection/clean-marks.ts';
import { changeKnowledge } from '../../../knowledge/sources/knowledge-lock.ts';
import type { DatabaseHandle } from '../../../stores/database.ts';
import type { SyntheticChunk, SyntheticCorpus } from './synthetic-corpus.ts';

const BATCH = 1_000;
/** Rows of one statement: making a longer one would hold the event loop. */
const ROWS = 100;

type CorpusRow = ReturnType<typeof toRow> & { clean_mark: string | null };

/** Rows of the chunks `from` to `to` (not included), screened as they are when they are written. */
export async function corpusRows(corpus: SyntheticCorpus, range: { from: number; to: number }): Promise<CorpusRow[]> {
  const marks = await cleanMarks();
  return Array.from({ length: range.to - range.from }, (_, i) => {
    const chunk = corpus.chunk(range.from + i);
    return { ...toRow(chunk), clean_mark: marks.of(chunk) };
  });
}

/** Makes rows live at once, as publishing does: under the lock, told. */
export const publishRows = ({ db }: DatabaseHandle, rows: readonly CorpusRow[]): Promise<void> =>
  changeKnowledge(db, async (trx) => {
    for (let at = 0; at < rows.length; at += ROWS)
      await trx
        .insertInto('chunks')
        .values(rows.slice(at, at + ROWS))
        .execute();
  });

/** Writes the chunks `from` to `to` (not included) into the database as live ones. */
export async function loadCorpus(
  database: DatabaseHandle,
  corpus: SyntheticCorpus,
  range: { from: number; to: number },
): Promise<void> {
  for (let from = range.from; from < range.to; from += BATCH)
    await publishRows(database, await corpusRows(corpus, { from, to: Math.min(from + BATCH, range.to) }));
  await sql`analyze chunks`.execute(database.db);
}

const toRow = (chunk: SyntheticChunk) => ({
  id: chunk.id,
  source_kind: 'document' as const,
  source_id: chunk.sourceId,
  ordinal: chunk.ordinal,
  title: chunk.title,
  page: chunk.page,
  heading: chunk.heading,
  text: chunk.text,
  language: chunk.language,
  content_hash: chunk.hash,
  live: true,
});
