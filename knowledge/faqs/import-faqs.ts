import type { Kysely } from 'kysely';
import { z } from 'zod';
import { allTexts } from '../../stores/local-text.ts';
import type { Database, LocalText } from '../../stores/schema.ts';
import type { Actor, FaqInput, ImportReport } from '../ports.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { faqInputSchema, questionKey } from './faq-input.ts';
import { insertFaq, updateFaq } from './write-faq.ts';

/** FAQs written in one transaction: the knowledge is locked for about a second. */
const BATCH = 100;

interface Work {
  id: string | undefined;
  faq: FaqInput;
}

const order = (text: LocalText) => (typeof text === 'string' ? text : [text.zh, text.en]);
const contentOf = ({ question, answer, variants = [], locale }: FaqInput) =>
  JSON.stringify([
    order(question),
    order(answer),
    Array.isArray(variants) ? variants : [variants.zh ?? [], variants.en ?? []],
    locale ?? null,
  ]);

/** Which FAQs are there, by their id and by their questions. */
async function known(db: Kysely<Database>) {
  const rows = await db.selectFrom('faqs').selectAll().execute();
  const content = new Map(rows.map((row) => [row.id, contentOf({ ...row, locale: row.locale ?? undefined })]));
  const byQuestion = new Map(rows.flatMap(({ id, question }) => allTexts(question).map((q) => [questionKey(q), id])));
  return { content, byQuestion };
}

/** Adds, or updates the FAQ of the same id or the same question; what does not fit is told by its row. */
export async function importFaqs(
  db: Kysely<Database>,
  entries: Array<{ row: number; id?: string; faq: unknown }>,
  options: { by?: Actor; dryRun?: boolean },
): Promise<ImportReport> {
  const { content, byQuestion } = await known(db);
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, faults: [] };
  const works: Work[] = [];
  const taken = new Map<string, number>();
  for (const { row, id: given, faq: input } of entries) {
    const parsed = faqInputSchema.safeParse(input);
    if (!parsed.success) {
      report.faults.push({ row, code: 'does_not_fit', message: z.prettifyError(parsed.error).replace(/\s+/g, ' ') });
      continue;
    }
    const faq = parsed.data;
    const keys = allTexts(faq.question).map(questionKey);
    const twice = keys.map((key) => taken.get(key)).find((one) => one !== undefined);
    if (twice !== undefined) {
      report.faults.push({
        ...{ row, code: 'same_question', about: String(twice) },
        message: `The same question stands in row ${twice}.`,
      });
      continue;
    }
    for (const key of keys) taken.set(key, row);
    const id = given && content.has(given) ? given : keys.map((key) => byQuestion.get(key)).find(Boolean);
    if (id === undefined) report.added += 1;
    else if (content.get(id) === contentOf(faq)) {
      report.unchanged += 1;
      continue;
    } else report.updated += 1;
    works.push({ id, faq });
  }
  if (options.dryRun) return report;
  for (let i = 0; i < works.length; i += BATCH)
    await changeKnowledge(db, async (trx) => {
      for (const { id, faq } of works.slice(i, i + BATCH)) {
        if (id === undefined) await insertFaq(trx, faq, options.by);
        else await updateFaq(trx, id, faq, options.by);
      }
    });
  return report;
}
