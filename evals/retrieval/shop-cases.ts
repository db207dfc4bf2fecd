import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guessLanguage } from '../../knowledge/text/guess-language.ts';
import type { Language } from '../../stores/schema.ts';
import { ANSWERABLE, type AnswerableCase, sourceOf, UNANSWERABLE } from './cases.ts';
import { createMemoryKnowledge, type MemoryKnowledge, type MemoryPassage } from './memory-knowledge.ts';
import { shopPassages } from './shop-passages.ts';
import { readShopQuestions, shopFolder } from './shops/read-shop-questions.ts';

/** Something to search and what to ask it. `expect` names sources as `sourceOf` gives them. */
export interface Setting {
  name: string;
  knowledge: MemoryKnowledge;
  answerable: AnswerableCase[];
  unanswerable: Array<{ question: string; language: Language }>;
}

type Faq = { question: string | { zh?: string; en?: string } };

/** One of the invented shops, whole. */
export async function inventedShop(name: string): Promise<Setting> {
  const { passages, concepts } = await shopPassages(shopFolder(name));
  const faqs = JSON.parse(readFileSync(join(shopFolder(name), 'knowledge', 'faqs.json'), 'utf8')) as Faq[];
  const faqOf = new Map(
    faqs.flatMap(({ question }, i) =>
      (typeof question === 'string' ? [question] : [question.zh, question.en]).map((text) => [text, `faq-${i + 1}`]),
    ),
  );
  const { answerable, unanswerable } = readShopQuestions(name);
  return {
    name,
    knowledge: await createMemoryKnowledge(passages, concepts),
    answerable: answerable.map(({ q, expect }) => ({
      question: q,
      language: guessLanguage(q),
      expect: expect.map((source) => faqOf.get(source) ?? sourceOf(source)),
    })),
    unanswerable: unanswerable.map((question) => ({ question, language: guessLanguage(question) })),
  };
}

const SAMPLE_SHOP = join(import.meta.dirname, '..', '..', 'data', 'shop');

/** The sample shop: whole, with the documents of one language only, and each document by itself. */
export async function sampleShopSettings(): Promise<{
  whole: Setting;
  halves: Array<Setting & { documents: Language }>;
  documents: Setting[];
}> {
  const { passages, concepts } = await shopPassages(SAMPLE_SHOP);
  const setting = async (
    name: string,
    part: MemoryPassage[],
    answerable: AnswerableCase[],
    unanswerable: Setting['unanswerable'],
  ) => ({
    name,
    knowledge: await createMemoryKnowledge(part, concepts),
    answerable,
    unanswerable,
  });
  const half = async (language: Language) => ({
    ...(await setting(
      `sample shop, ${language} only`,
      passages.filter((passage) => passage.language === language),
      ANSWERABLE,
      UNANSWERABLE,
    )),
    documents: language,
  });
  const sources = [...new Set(passages.filter(({ kind }) => kind === 'document').map((p) => sourceOf(p.documentId)))];
  const documents = sources.map((source, at) =>
    setting(
      source,
      passages.filter((passage) => sourceOf(passage.documentId) === source),
      ANSWERABLE.filter(({ expect }) => expect.includes(source)),
      UNANSWERABLE.filter((_, i) => i % sources.length === at),
    ),
  );
  return {
    whole: await setting('sample shop', passages, ANSWERABLE, UNANSWERABLE),
    halves: [await half('zh'), await half('en')],
    documents: await Promise.all(documents),
  };
}
