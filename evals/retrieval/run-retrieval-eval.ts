import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Language } from '../../stores/schema.ts';
import { ANSWERABLE, sourceOf, UNANSWERABLE } from './cases.ts';
import { createMemoryKnowledge, type MemoryKnowledge } from './memory-knowledge.ts';
import { shopPassages } from './shop-passages.ts';

export interface RetrievalNumbers {
  questions: number;
  hit1: number;
  recall5: number;
  mrr: number;
  /** Share of the answerable questions that would be declined. */
  declined: number;
}

export interface RetrievalEval {
  /** Both languages of every document at hand. */
  shop: Record<Language, RetrievalNumbers>;
  /** Only documents of the other language: question zh, documents en, and the other way round. */
  crossLanguage: Record<Language, RetrievalNumbers>;
  unanswerable: { questions: number; declined: number };
  milliseconds: { p50: number; p99: number };
  misses: string[];
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

async function measure(
  knowledge: MemoryKnowledge,
  language: Language,
  out: { misses: string[]; times: number[]; label: string },
): Promise<RetrievalNumbers> {
  const cases = ANSWERABLE.filter((one) => one.language === language);
  let hit1 = 0;
  let recall5 = 0;
  let mrr = 0;
  let declined = 0;
  for (const { question, expect } of cases) {
    const began = performance.now();
    const found = await knowledge.retriever.search({ query: question, language, k: 8 });
    out.times.push(performance.now() - began);
    const rank = found.hits.findIndex((hit) => expect.includes(sourceOf(hit.documentId))) + 1;
    if (rank === 1) hit1 += 1;
    if (rank > 0 && rank <= 5) recall5 += 1;
    else out.misses.push(`${out.label} ${question} → ${found.hits[0]?.documentId ?? 'nothing'}`);
    if (rank > 0) mrr += 1 / rank;
    if (found.evidence < EVIDENCE_THRESHOLD) {
      declined += 1;
      out.misses.push(`${out.label} declined (${found.evidence.toFixed(2)}): ${question}`);
    }
  }
  const n = cases.length;
  return {
    questions: n,
    hit1: rounded(hit1 / n),
    recall5: rounded(recall5 / n),
    mrr: rounded(mrr / n),
    declined: rounded(declined / n),
  };
}

/** Retrieval over a shop directory, without servers: how often the right source is found, and what is declined. */
export async function runRetrievalEval(options: { shopDir: string }): Promise<RetrievalEval> {
  const { passages, concepts } = await shopPassages(options.shopDir);
  const all = await createMemoryKnowledge(passages, concepts);
  const only = (language: Language) =>
    createMemoryKnowledge(
      passages.filter((passage) => passage.language === language),
      concepts,
    );
  const out = { misses: [] as string[], times: [] as number[] };
  // Once unmeasured: the analysis of passages is cached as it is in a process that has been up for a minute.
  for (const { question, language } of ANSWERABLE) await all.retriever.search({ query: question, language });
  const shop = {
    zh: await measure(all, 'zh', { ...out, label: 'zh' }),
    en: await measure(all, 'en', { ...out, label: 'en' }),
  };
  const times = [...out.times].sort((a, b) => a - b);
  const crossLanguage = {
    zh: await measure(await only('en'), 'zh', { ...out, label: 'zh→en' }),
    en: await measure(await only('zh'), 'en', { ...out, label: 'en→zh' }),
  };
  let declined = 0;
  for (const { question, language } of UNANSWERABLE) {
    const found = await all.retriever.search({ query: question, language, k: 8 });
    if (found.evidence < EVIDENCE_THRESHOLD) declined += 1;
    else
      out.misses.push(
        `answered (${found.evidence.toFixed(2)}): ${question} → ${found.hits.find((hit) => hit.evidence === found.evidence)?.text.slice(0, 60)}`,
      );
  }
  const at = (share: number) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return {
    shop,
    crossLanguage,
    unanswerable: { questions: UNANSWERABLE.length, declined: rounded(declined / UNANSWERABLE.length) },
    milliseconds: { p50: at(0.5), p99: at(0.99) },
    misses: out.misses,
  };
}
