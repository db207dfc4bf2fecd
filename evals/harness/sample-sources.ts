import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { shopPassages } from '../retrieval/shop-passages.ts';

export const SAMPLE_SHOP = join(import.meta.dirname, '../../data/shop');

const faqsSchema = z.array(
  z.object({ question: z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]) }),
);

/** Names a citation's source as cases do, wherever the shop runs: a document's file name without language and ending,
 * a FAQ's `faq-n`, a product's id. */
export type SourceOf = (citation: { documentId: string; title: string }) => string;

/** Reads the shop's files: ids are drawn anew by each deployment, titles are the same in all of them. */
export async function openSourceNames(shopDir: string): Promise<SourceOf> {
  const { passages } = await shopPassages(shopDir);
  const byTitle = new Map(
    passages.filter(({ kind }) => kind === 'document').map(({ title, documentId }) => [title, stem(documentId)]),
  );
  const faqs = faqsSchema.parse(JSON.parse(await readFile(join(shopDir, 'knowledge/faqs.json'), 'utf8')));
  faqs.forEach(({ question }, index) => {
    for (const text of typeof question === 'string' ? [question] : [question.zh, question.en])
      if (text) byTitle.set(text, `faq-${index + 1}`);
  });
  return ({ documentId, title }) => byTitle.get(title) ?? stem(documentId);
}

const stem = (fileName: string): string => fileName.replace(/\.(?:zh|en)\.\w+$/, '');
