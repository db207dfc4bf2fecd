import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import { Document } from '@langchain/core/documents';
import { z } from 'zod';
import { splitSentences } from '../../knowledge/text/sentences.ts';
import type { Language } from '../../stores/schema.ts';
import { createMemoryKnowledge, type MemoryKnowledge, type MemoryPassage } from './memory-knowledge.ts';
import { type RankNumbers, rankNumbers } from './rank-numbers.ts';

const xquad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          sentence_breaks: z.array(z.tuple([z.number(), z.number()])),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});
const stackFaq = z.object({
  root: z.object({
    qapair: z.array(
      z.object({
        question: z.string(),
        rephr: z.array(z.string()),
        answer: z.union([z.string(), z.array(z.string())]),
      }),
    ),
  }),
});

interface Question {
  query: string;
  language: Language;
  /** Ids of passages that answer. */
  right: Set<string>;
}

const passage = (id: string, text: string, language: Language, over: Partial<MemoryPassage> = {}): MemoryPassage => ({
  id,
  kind: 'document',
  documentId: id,
  title: '',
  page: null,
  heading: null,
  text,
  language,
  audience: 'public',
  keywords: '',
  ...over,
});

/** Ranks of the right result, one a question, summed up. */
async function rank(
  search: (question: Question) => Promise<Array<{ id?: string }>>,
  questions: Question[],
): Promise<RankNumbers> {
  const ranks: Array<number | undefined> = [];
  for (const question of questions) {
    const hits = await search(question);
    const at = hits.slice(0, 10).findIndex(({ id }) => id !== undefined && question.right.has(id));
    ranks.push(at < 0 ? undefined : at + 1);
  }
  return rankNumbers(ranks);
}

const searchIn =
  ({ retriever }: MemoryKnowledge) =>
  async ({ query, language }: Question) =>
    (await retriever.search({ query, language, k: 10 })).hits;

/** The sentences of the ten best paragraphs by their scores: a sentence is judged together with its paragraph, as quotes are. */
const sentencesIn =
  ({ retriever }: MemoryKnowledge, paragraphs: string[][]) =>
  async ({ query, language }: Question) => {
    const { hits } = await retriever.search({ query, language, k: 10 });
    const scored = hits.flatMap((hit) => {
      const best = new Map<string, number>();
      const parts = paragraphs[Number(hit.id.slice(1))] ?? [];
      let s = 0;
      splitSentences(hit.text).forEach(({ text }, i) => {
        while (s + 1 < parts.length && !parts[s]?.includes(text)) s += 1;
        const id = `${hit.id}-s${s}`;
        best.set(id, Math.max(best.get(id) ?? 0, hit.sentences[i] ?? 0));
      });
      return [...best].map(([id, score]) => ({ id, score }));
    });
    return scored.sort((a, b) => b.score - a.score).slice(0, 10);
  };

async function readXquad(datasetsDir: string, language: Language) {
  const { data } = xquad.parse(JSON.parse(await readFile(join(datasetsDir, 'xquad-r', `${language}.json`), 'utf8')));
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const sentences: string[][] = [];
  const whole: MemoryPassage[] = [];
  const bySentence: Array<{ id: string; question: Question }> = [];
  const byParagraph: Array<{ id: string; question: Question }> = [];
  paragraphs.forEach(({ context, sentence_breaks, qas }, p) => {
    const parts = sentence_breaks.map(([from, to]) => context.slice(from, to).trim());
    sentences.push(parts);
    // The set's own sentences are kept apart, whatever ours would be.
    whole.push(passage(`p${p}`, parts.join('\n\n'), language));
    for (const { id, question: query, answers } of qas) {
      const start = answers[0]?.answer_start ?? 0;
      const s = sentence_breaks.findIndex(([from, to]) => start >= from && start < to);
      bySentence.push({ id, question: { query, language, right: new Set([`p${p}-s${s}`]) } });
      byParagraph.push({ id, question: { query, language, right: new Set([`p${p}`]) } });
    }
  });
  return { sentences, whole, bySentence, byParagraph };
}

export interface XquadNumbers {
  sentences: Record<Language, RankNumbers>;
  paragraphs: Record<Language, RankNumbers>;
  /** Questions in one language over paragraphs in the other. */
  across: { 'zh→en': RankNumbers; 'en→zh': RankNumbers };
}

/** XQuAD-R (LAReQA, Roy et al. 2020): the sentence, or the paragraph, that answers a question. */
export async function runXquad(datasetsDir: string): Promise<XquadNumbers> {
  const zh = await readXquad(datasetsDir, 'zh');
  const en = await readXquad(datasetsDir, 'en');
  const whole = { zh: await createMemoryKnowledge(zh.whole), en: await createMemoryKnowledge(en.whole) };
  const questions = (set: Array<{ question: Question }>) => set.map((one) => one.question);
  return {
    sentences: {
      zh: await rank(sentencesIn(whole.zh, zh.sentences), questions(zh.bySentence)),
      en: await rank(sentencesIn(whole.en, en.sentences), questions(en.bySentence)),
    },
    paragraphs: {
      zh: await rank(searchIn(whole.zh), questions(zh.byParagraph)),
      en: await rank(searchIn(whole.en), questions(en.byParagraph)),
    },
    // The two files are parallel: paragraph n of one is paragraph n of the other.
    across: {
      'zh→en': await rank(searchIn(whole.en), questions(zh.byParagraph)),
      'en→zh': await rank(searchIn(whole.zh), questions(en.byParagraph)),
    },
  };
}

/** StackFAQ (Karan and Šnajder, 2018): which FAQ a rephrased question means; beside it LangChain's plain BM25. */
export async function runStackFaq(datasetsDir: string): Promise<{ ours: RankNumbers; plainBm25: RankNumbers }> {
  const file = join(datasetsDir, 'stackfaq', 'stackfaq.first60.json');
  const { qapair } = stackFaq.parse(JSON.parse(await readFile(file, 'utf8'))).root;
  const faqs = qapair.map(({ question, answer }, i) =>
    passage(`f${i}`, [answer].flat().join('\n'), 'en', { kind: 'faq', title: question }),
  );
  const questions = qapair.flatMap(({ rephr }, i) =>
    rephr
      .filter((query) => query !== '*')
      .map((query): Question => ({ query, language: 'en', right: new Set([`f${i}`]) })),
  );
  const knowledge = await createMemoryKnowledge(faqs);
  const documents = faqs.map(({ id, title, text }) => new Document({ id, pageContent: `${title}\n${text}` }));
  const plain = BM25Retriever.fromDocuments(documents, { k: 10 });
  return {
    ours: await rank(searchIn(knowledge), questions),
    plainBm25: await rank(({ query }) => plain.invoke(query), questions),
  };
}
