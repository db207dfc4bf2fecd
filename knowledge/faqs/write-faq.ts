import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import { chooseSentence } from '../injection/choose-sentence.ts';
import type { Actor, FaqInput, SentenceChoice } from '../ports.ts';
import { buryChunks, replaceOwnedChunks } from '../sources/chunk-writer.ts';
import { faqPassages } from './faq-passages.ts';
import { type FaqRow, faqColumns, faqTitle } from './faq-row.ts';

type Trx = Transaction<Database>;

/** Writes a new FAQ with its passages; inside changeKnowledge. */
export async function insertFaq(trx: Trx, faq: FaqInput, by: Actor | undefined): Promise<FaqRow> {
  const id = randomUUID();
  const row = await trx
    .insertInto('faqs')
    .values({ id, ...faqColumns(faq, by) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await replaceOwnedChunks(trx, 'faq', [{ sourceId: id, chunks: faqPassages(id, faq) }]);
  await recordChange(trx, { by, action: 'created', kind: 'faq', subjectId: id, title: faqTitle(faq) });
  return row;
}

export async function updateFaq(trx: Trx, id: string, faq: FaqInput, by: Actor | undefined): Promise<FaqRow> {
  const row = await trx
    .updateTable('faqs')
    .set({ ...faqColumns(faq, by), updated_at: new Date() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound('FAQ');
  await replaceOwnedChunks(trx, 'faq', [{ sourceId: id, chunks: faqPassages(id, faq) }]);
  await recordChange(trx, { by, action: 'updated', kind: 'faq', subjectId: id, title: faqTitle(faq) });
  return row;
}

/** Lets a sentence of question or answer stand, or leaves it out again. */
export async function quoteFaqSentence(
  trx: Trx,
  id: string,
  choice: SentenceChoice,
  by: Actor | undefined,
): Promise<FaqRow> {
  const row = await trx.selectFrom('faqs').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('FAQ');
  await chooseSentence(trx, { kind: 'faq', id }, choice);
  await recordChange(trx, { by, action: 'updated', kind: 'faq', subjectId: id, title: faqTitle(row) });
  return row;
}

export async function deleteFaq(trx: Trx, id: string, by: Actor | undefined): Promise<void> {
  const gone = await trx.deleteFrom('faqs').where('id', '=', id).returningAll().executeTakeFirst();
  if (!gone) throw notFound('FAQ');
  await buryChunks(trx, { kind: 'faq', sourceIds: [id] });
  await recordChange(trx, { by, action: 'removed', kind: 'faq', subjectId: id, title: faqTitle(gone) });
}
