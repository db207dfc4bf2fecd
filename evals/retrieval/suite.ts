import type { Metric, Suite } from '../harness/suite.ts';
import { CROSS_LANGUAGE } from './cases.ts';
import { runStackFaq, runXquad } from './public-sets.ts';
import { type Leg, measureSetting, type SettingNumbers } from './run-retrieval-eval.ts';
import { inventedShop, sampleShopSettings } from './shop-cases.ts';
import { BLIND_SHOPS, SHOP_NAMES } from './shops/read-shop-questions.ts';

const LANGUAGES = ['zh', 'en'] as const;
const LEGS: Leg[] = ['lexical', 'vector', 'fused', 'reranked'];

const percentile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What every setting tells of ranks; bars stand beside. */
const ranked = (name: string, { legs }: SettingNumbers, recallBar: number | null): Metric[] => [
  { name: `${name}, recall@5`, value: legs.reranked.recall5, bar: recallBar },
  { name: `${name}, hit@1`, value: legs.reranked.hit1, bar: null },
  { name: `${name}, MRR`, value: legs.reranked.mrr10, bar: null },
  { name: `${name}, nDCG@10`, value: legs.reranked.ndcg10, bar: null },
];

async function sampleShop(): Promise<{ metrics: Metric[]; misses: string[] }> {
  const { whole, halves } = await sampleShopSettings();
  // Once unmeasured: the analysis of passages is cached as it is in a process that has been up for a minute.
  await measureSetting(whole);
  const all = await measureSetting(whole);
  const metrics: Metric[] = [];
  for (const language of LANGUAGES) {
    const numbers = await measureSetting(whole, language);
    metrics.push(...ranked(`sample shop (${language})`, numbers, 0.97));
    metrics.push({ name: `sample shop (${language}), answered`, value: 1 - numbers.declined, bar: null });
  }
  metrics.push(
    ...LEGS.map((leg) => ({ name: `sample shop, ${leg} alone, nDCG@10`, value: all.legs[leg].ndcg10, bar: null })),
    { name: 'sample shop, answered', value: 1 - all.declined, bar: 0.97 },
    { name: 'questions without an answer, declined', value: all.othersDeclined ?? 0, bar: 0.9 },
    { name: 'sample shop, Brier score (0 is best)', value: all.calibration.brier, bar: null },
    { name: 'sample shop, calibration error (0 is best)', value: all.calibration.ece, bar: null },
    ...all.calibration.bins
      .filter(({ count }) => count > 0)
      .map(({ from, count, predicted, observed }) => ({
        name: `  evidence from ${from.toFixed(1)} (${count} questions, mean ${predicted.toFixed(2)}): answerable`,
        value: observed,
        bar: null,
      })),
    { name: 'milliseconds a search, p50', value: percentile(all.milliseconds, 0.5), bar: null },
    { name: 'milliseconds a search, p99', value: percentile(all.milliseconds, 0.99), bar: null },
  );
  const misses = [...all.misses];
  for (const half of halves) {
    const other = half.documents === 'zh' ? 'en' : 'zh';
    const same = await measureSetting({ ...half, unanswerable: [] }, other);
    const apart = await measureSetting({ ...half, answerable: CROSS_LANGUAGE, unanswerable: [] }, other);
    metrics.push(
      { name: `${half.name}, asked in ${other}, recall@5`, value: same.legs.reranked.recall5, bar: 0.85 },
      { name: `${half.name}, asked in ${other}, answered`, value: 1 - same.declined, bar: null },
      { name: `${half.name}, colloquial ${other}, recall@5`, value: apart.legs.reranked.recall5, bar: 0.85 },
      { name: `${half.name}, colloquial ${other}, answered`, value: 1 - apart.declined, bar: null },
    );
    misses.push(...apart.misses);
  }
  return { metrics, misses };
}

async function publicSets(datasetsDir: string): Promise<Metric[]> {
  const faq = await runStackFaq(datasetsDir);
  const xquad = await runXquad(datasetsDir);
  return [
    { name: 'StackFAQ, hit@1', value: faq.ours.hit1, bar: 0.75 },
    { name: 'StackFAQ, hit@1, plain BM25', value: faq.plainBm25.hit1, bar: null },
    { name: 'StackFAQ, nDCG@10', value: faq.ours.ndcg10, bar: 0.87 },
    { name: 'StackFAQ, nDCG@10, plain BM25', value: faq.plainBm25.ndcg10, bar: null },
    ...LANGUAGES.flatMap((language) => [
      { name: `XQuAD-R sentences, nDCG@10 (${language})`, value: xquad.sentences[language].ndcg10, bar: 0.85 },
      { name: `XQuAD-R paragraphs, nDCG@10 (${language})`, value: xquad.paragraphs[language].ndcg10, bar: 0.97 },
    ]),
    ...(['zh→en', 'en→zh'] as const).map((way) => ({
      name: `XQuAD-R paragraphs, ${way}, nDCG@10`,
      value: xquad.across[way].ndcg10,
      bar: null,
    })),
  ];
}

/** Search over the sample shop, in its language and across, over invented shops, and over public sets where they are there. */
export const retrievalSuite: Suite = {
  name: 'retrieval',
  description: 'Whether search finds the passage that answers, and knows when there is none',
  async run(context) {
    const steps = context.datasetsDir ? 3 : 2;
    const { metrics, misses } = await sampleShop();
    context.progress(1, steps);
    for (const name of SHOP_NAMES) {
      const numbers = await measureSetting(await inventedShop(name));
      const blind = BLIND_SHOPS.includes(name);
      metrics.push(
        ...ranked(`${name} shop`, numbers, null),
        { name: `${name} shop, answered`, value: 1 - numbers.declined, bar: null },
        { name: `${name} shop, without an answer, declined`, value: numbers.othersDeclined ?? 0, bar: null },
        { name: `${name} shop, Brier score (0 is best)`, value: numbers.calibration.brier, bar: null },
        { name: `${name} shop, calibration error (0 is best)`, value: numbers.calibration.ece, bar: null },
      );
      if (!blind) misses.push(...numbers.misses);
    }
    context.progress(2, steps);
    if (context.datasetsDir) {
      metrics.push(...(await publicSets(context.datasetsDir)));
      context.progress(3, steps);
    }
    return {
      metrics,
      cases: misses.map((miss) => ({
        id: miss,
        passed: false,
        expected: 'the right source, or a decline',
        actual: miss,
      })),
      notes: context.datasetsDir
        ? []
        : ['The public datasets were not found (KEFU_DATASETS); only our own questions were measured.'],
    };
  },
};
