import { sql, type Transaction } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import type { SentenceChoice } from '../ports.ts';
import { nextRevision } from '../sources/knowledge-lock.ts';
import { type QuotedSource, setQuotedAnyway } from './quoted-anyway.ts';

/**
 * Lets a sentence of a source that was left out stand, or leaves it out again; every process reads its passages anew.
 * Inside changeKnowledge; not_found when no passage of the source has it.
 */
export async function chooseSentence(
  trx: Transaction<Database>,
  source: QuotedSource,
  { sentence, quoted }: SentenceChoice,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('chunks')
    .set((eb) => ({
      revision: eb.case().when('live', '=', true).then(nextRevision()).else(eb.ref('revision')).end(),
    }))
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .where('deleted', '=', false)
    .where(sql<boolean>`position(${sentence} in concat_ws(E'\\n', title, heading, text)) > 0`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('sentence');
  await setQuotedAnyway(trx, { source, sentence, quoted });
}
