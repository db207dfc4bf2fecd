import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { endingOf } from '../knowledge/documents/file-endings.ts';
import { faqInputSchema } from '../knowledge/faqs/faq-input.ts';
import type { DocumentService, FaqService } from '../knowledge/ports.ts';
import { withAdvisoryLock } from '../stores/advisory-lock.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import type { Database, Language } from '../stores/schema.ts';
import { shopFileText } from '../stores/shop-files/shop-file-text.ts';

const FAQS = 'faqs.json';

/** A shop's files that don't fit; the message names file, row and field. */
export class SeedError extends Error {}

async function readFaqs(path: string): Promise<Array<z.infer<typeof faqInputSchema>>> {
  let json: unknown;
  try {
    json = JSON.parse(shopFileText(await readFile(path)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SeedError(error instanceof SyntaxError ? `${path} is not JSON: ${why}` : `${path}: ${why}`, {
      cause: error,
    });
  }
  const parsed = z.array(faqInputSchema).safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, 10).map(({ path: [row, ...field], message }) => {
    if (typeof row !== 'number') return message;
    return `row ${row + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}: ${message}`;
  });
  throw new SeedError(`${path} does not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

/** `warranty.zh.pdf` says its language; otherwise the content will. */
function localeOf(fileName: string): Language | undefined {
  const mark = /[._-](zh|cn|en)(?:[-_][a-z]{2,4})?\.\w+$/i.exec(fileName)?.[1]?.toLowerCase();
  return mark === 'en' ? 'en' : mark ? 'zh' : undefined;
}

const SEEDED = 'knowledge_seeded';
const LOCK = 5_338_003;

interface Seeded {
  documents: number;
  faqs: number;
}
const NOTHING: Seeded = { documents: 0, faqs: 0 };

/** File names of seed documents, also of those removed since. */
async function seededFiles(db: Kysely<Database>): Promise<Set<string | null>> {
  const rows = await db.selectFrom('documents').select('file_name').where('source', '=', 'seed').execute();
  return new Set(rows.map((row) => row.file_name));
}

interface SeedOptions {
  database: Pick<DatabaseHandle, 'db' | 'pool'>;
  shopDir: string;
  documents: Pick<DocumentService, 'create'>;
  faqs: Pick<FaqService, 'create'>;
}

const isSeeded = async (db: Kysely<Database>): Promise<boolean> =>
  (await db.selectFrom('settings').select('key').where('key', '=', SEEDED).executeTakeFirst()) !== undefined;

/**
 * Hands a shop's `knowledge/` folder in, once in a database's life and by one worker of several that start at once:
 * documents to the queue, FAQs at once. Broken off in the middle, it goes on where it was. Throws SeedError before
 * anything is written when faqs.json does not fit.
 */
export async function seedKnowledge(options: SeedOptions): Promise<Seeded> {
  const { db, pool } = options.database;
  if (await isSeeded(db)) return NOTHING;
  return withAdvisoryLock(pool, LOCK, async () => ((await isSeeded(db)) ? NOTHING : seed(options)));
}

async function seed({ database: { db }, ...options }: SeedOptions): Promise<Seeded> {
  const folder = join(options.shopDir, 'knowledge');
  const names = (await readdir(folder).catch(() => [])).sort();
  const faqs = names.includes(FAQS) ? await readFaqs(join(folder, FAQS)) : [];
  const written = await db.selectFrom('faqs').select('question').execute();
  const asked = new Set(written.map(({ question }) => JSON.stringify(question)));
  const newFaqs = faqs.filter(({ question }) => !asked.has(JSON.stringify(question)));
  for (const faq of newFaqs) await options.faqs.create(faq);

  const known = await seededFiles(db);
  const files = names.filter((name) => name !== FAQS && endingOf(name) !== undefined && !known.has(name));
  for (const fileName of files) {
    const bytes = await readFile(join(folder, fileName));
    await options.documents.create({ fileName, bytes, locale: localeOf(fileName), source: 'seed' });
  }
  await db
    .insertInto('settings')
    .values({ key: SEEDED, value: JSON.stringify(true) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return { documents: files.length, faqs: newFaqs.length };
}
