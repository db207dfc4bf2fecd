import { sql } from 'kysely';
import { cleanMarks } from '../../../knowledge/injection/clean-marks.ts';
import { changeKnowledge } from '../../../knowledge/sources/knowledge-lock.ts';
import type { DatabaseHandle } from '../../../stores/database.ts';
import type { SyntheticChunk, SyntheticCorpus } from './synthetic-corpus.ts';

const BATCH = 1_000;

/** Writes chunks `from` to `to` (not included) into the database as live ones, as publishing does: under the lock, told. */
export async function loadCorpus(
  { db }: DatabaseHandle,
  corpus: SyntheticCorpus,
  range: { from: number; to: number },
): Promise<void> {
  const marks = await cleanMarks();
  for (let at = range.from; at < range.to; at += BATCH) {
    const chunks = Array.from({ length: Math.min(BATCH, range.to - at) }, (_, i) => corpus.chunk(at + i));
    await changeKnowledge(db, (trx) =>
      trx
        .insertInto('chunks')
        .values(chunks.map((chunk) => ({ ...toRow(chunk), clean_mark: marks.of(chunk) })))
        .execute(),
    );
  }
  await sql`analyze chunks`.execute(db);
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
