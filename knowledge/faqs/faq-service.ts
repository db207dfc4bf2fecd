import { type Kysely, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import { containing } from '../../stores/escape-like.ts';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import { readQuotedAnyway } from '../injection/quoted-anyway.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { FaqService } from '../ports.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { parseFaq } from './faq-input.ts';
import { type FaqRow, faqView } from './faq-row.ts';
import { findDuplicates } from './find-duplicates.ts';
import { importFaqs } from './import-faqs.ts';
import { deleteFaq, insertFaq, quoteFaqSentence, updateFaq } from './write-faq.ts';

/** `base` finds what asks the same, and is brought up to date before a change returns. */
export function createFaqService(options: {
  db: Kysely<Database>;
  base: Pick<KnowledgeBase, 'retriever' | 'analyzer' | 'refresh'>;
}): FaqService {
  const { db, base } = options;
  const view = async (row: FaqRow) => faqView(row, (await readQuotedAnyway(db))({ kind: 'faq', id: row.id }));
  return {
    async list(query = {}) {
      let found = db.selectFrom('faqs');
      if (query.q) {
        const wanted = containing(query.q);
        found = found.where(sql<boolean>`concat_ws(' ', question::text, answer::text, variants::text) ilike ${wanted}`);
      }
      const [rows, total] = await Promise.all([
        pageOf(found.selectAll().orderBy('updated_at', 'desc').orderBy('id'), query).execute(),
        countOf(found),
      ]);
      const quoted = await readQuotedAnyway(db);
      return { items: rows.map((row) => faqView(row, quoted({ kind: 'faq', id: row.id }))), total };
    },
    async get(id) {
      const row = await db.selectFrom('faqs').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) throw notFound('FAQ');
      return view(row);
    },
    async create(input, by) {
      const faq = parseFaq(input);
      const row = await changeKnowledge(db, (trx) => insertFaq(trx, faq, by));
      await base.refresh();
      return view(row);
    },
    async update(id, input, by) {
      const faq = parseFaq(input);
      const row = await changeKnowledge(db, (trx) => updateFaq(trx, id, faq, by));
      await base.refresh();
      return view(row);
    },
    async quote(id, choice, by) {
      const row = await changeKnowledge(db, (trx) => quoteFaqSentence(trx, id, choice, by));
      await base.refresh();
      return view(row);
    },
    async remove(id, by) {
      await changeKnowledge(db, (trx) => deleteFaq(trx, id, by));
      await base.refresh();
    },
    duplicates: (faq, exceptId) =>
      findDuplicates(faq, { db, retriever: base.retriever, analyzer: base.analyzer(), exceptId }),
    async import(entries, given = {}) {
      const report = await importFaqs(db, entries, given);
      await base.refresh();
      return report;
    },
  };
}
