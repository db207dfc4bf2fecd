import { type Kysely, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import { setQuotedAnyway } from '../injection/quoted-anyway.ts';
import type { Actor, SentenceChoice } from '../ports.ts';
import { changeKnowledge, nextRevision } from '../sources/knowledge-lock.ts';
import type { DocumentRow } from './document-row.ts';
import { lockDocument } from './unpublished.ts';

/** Lets a sentence that was left out stand, or leaves it out again; every process reads its passages anew. */
export const quoteSentence = (
  db: Kysely<Database>,
  { id, choice, by }: { id: string; choice: SentenceChoice; by: Actor | undefined },
): Promise<DocumentRow> =>
  changeKnowledge(db, async (trx) => {
    const document = await lockDocument(trx, id);
    if (!document) throw notFound('document');
    const { sentence, quoted } = choice;
    const { numUpdatedRows } = await trx
      .updateTable('chunks')
      .set((eb) => ({
        revision: eb.case().when('live', '=', true).then(nextRevision()).else(eb.ref('revision')).end(),
      }))
      .where('source_kind', '=', 'document')
      .where('source_id', '=', id)
      .where('deleted', '=', false)
      .where(sql<boolean>`position(${sentence} in concat_ws(E'\\n', heading, text)) > 0`)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound('sentence');
    await setQuotedAnyway(trx, { documentId: id, sentence, quoted });
    await recordChange(trx, { by, action: 'updated', kind: 'document', subjectId: id, title: document.title });
    return document;
  });
