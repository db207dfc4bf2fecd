import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import { chooseSentence } from '../injection/choose-sentence.ts';
import type { Actor, SentenceChoice } from '../ports.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
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
    await chooseSentence(trx, { kind: 'document', id }, choice);
    await recordChange(trx, { by, action: 'updated', kind: 'document', subjectId: id, title: document.title });
    return document;
  });
