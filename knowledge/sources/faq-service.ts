import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { badRequest, notFound } from '../../config/errors.ts';
import { containing } from '../../stores/escape-like.ts';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import type { FaqInput, FaqService, FaqView } from '../ports.ts';
import { buryChunks, replaceOwnedChunks } from './chunk-writer.ts';
import { faqPassages } from './faq-passages.ts';
import { changeKnowledge } from './knowledge-lock.ts';

const text = z.string().trim().min(1).max(20_000);
const localText = z.union([
  text,
  z.object({ zh: text.optional(), en: text.optional() }).refine((value) => value.zh ?? value.en, 'needs zh or en'),
]);
const wordings = z.array(z.string().trim().min(1).max(500)).max(200);

/** A FAQ as it is handed in, in the API and in a shop's faqs.json. */
export const faqInputSchema = z.object({
  question: localText,
  answer: localText,
  variants: z.union([wordings, z.object({ zh: wordings.optional(), en: wordings.optional() })]).optional(),
  locale: z.enum(['zh', 'en']).optional(),
}) satisfies z.ZodType<FaqInput>;

const toView = (row: Selectable<Database['faqs']>): FaqView => ({
  id: row.id,
  question: row.question,
  answer: row.answer,
  variants: row.variants,
  locale: row.locale,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const columns = (faq: FaqInput) => ({
  question: JSON.stringify(faq.question),
  answer: JSON.stringify(faq.answer),
  variants: JSON.stringify(faq.variants ?? []),
  locale: faq.locale ?? null,
});

function parse(input: FaqInput): FaqInput {
  const parsed = faqInputSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw badRequest('invalid_faq', 'The FAQ does not fit.', z.flattenError(parsed.error).fieldErrors);
}

/** `refresh` brings this process's index up to date before a call returns. */
export function createFaqService(options: { db: Kysely<Database>; refresh: () => Promise<void> }): FaqService {
  const { db, refresh } = options;
  return {
    async list(query = {}) {
      let found = db.selectFrom('faqs');
      if (query.q) {
        const wanted = containing(query.q);
        found = found.where(sql<boolean>`concat_ws(' ', question::text, answer::text, variants::text) ilike ${wanted}`);
      }
      const [rows, total] = await Promise.all([
        pageOf(found.selectAll().orderBy('created_at').orderBy('id'), query).execute(),
        countOf(found),
      ]);
      return { items: rows.map(toView), total };
    },
    async create(input, by) {
      const faq = parse(input);
      const id = randomUUID();
      const row = await changeKnowledge(db, async (trx) => {
        const created = await trx
          .insertInto('faqs')
          .values({ id, ...columns(faq), updated_by: by?.name ?? null })
          .returningAll()
          .executeTakeFirstOrThrow();
        await replaceOwnedChunks(trx, { kind: 'faq', sourceId: id }, faqPassages(id, faq));
        return created;
      });
      await refresh();
      return toView(row);
    },
    async update(id, input, by) {
      const faq = parse(input);
      const row = await changeKnowledge(db, async (trx) => {
        const updated = await trx
          .updateTable('faqs')
          .set({ ...columns(faq), updated_by: by?.name ?? null, updated_at: new Date() })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!updated) throw notFound('FAQ');
        await replaceOwnedChunks(trx, { kind: 'faq', sourceId: id }, faqPassages(id, faq));
        return updated;
      });
      await refresh();
      return toView(row);
    },
    async remove(id) {
      await changeKnowledge(db, async (trx) => {
        const gone = await trx.deleteFrom('faqs').where('id', '=', id).returning('id').executeTakeFirst();
        if (!gone) throw notFound('FAQ');
        await buryChunks(trx, { kind: 'faq', sourceId: id });
      });
      await refresh();
    },
  };
}
