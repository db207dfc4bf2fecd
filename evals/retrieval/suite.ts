import { join } from 'node:path';
import type { Metric, Suite } from '../harness/suite.ts';
import { runStackFaq, runXquad } from './public-sets.ts';
import { runRetrievalEval } from './run-retrieval-eval.ts';

const SHOP = join(import.meta.dirname, '..', '..', 'data', 'shop');

/** Search over the sample shop, in its language and across, and over public sets where they are there. */
export const retrievalSuite: Suite = {
  name: 'retrieval',
  description: 'Whether search finds the passage that answers, and knows when there is none',
  async run(context) {
    const { shop, crossLanguage, unanswerable, milliseconds, misses } = await runRetrievalEval({ shopDir: SHOP });
    context.progress(1, context.datasetsDir ? 2 : 1);
    const metrics: Metric[] = (['zh', 'en'] as const).flatMap((language) => [
      { name: `sample shop, recall@5 (${language})`, value: shop[language].recall5, bar: 0.97 },
      { name: `sample shop, hit@1 (${language})`, value: shop[language].hit1, bar: null },
      { name: `sample shop, answered (${language})`, value: 1 - shop[language].declined, bar: 0.94 },
      {
        name: `documents in the other language only, recall@5 (${language})`,
        value: crossLanguage[language].recall5,
        bar: 0.85,
      },
      {
        name: `documents in the other language only, answered (${language})`,
        value: 1 - crossLanguage[language].declined,
        bar: null,
      },
    ]);
    metrics.push(
      { name: 'questions without an answer, declined', value: unanswerable.declined, bar: 0.85 },
      { name: 'milliseconds a search, p50', value: milliseconds.p50, bar: null },
      { name: 'milliseconds a search, p99', value: milliseconds.p99, bar: null },
    );
    if (context.datasetsDir) {
      const faq = await runStackFaq(context.datasetsDir);
      const xquad = await runXquad(context.datasetsDir);
      metrics.push(
        { name: 'StackFAQ, hit@1', value: faq.ours.hit1, bar: 0.75 },
        { name: 'StackFAQ, hit@1, plain BM25', value: faq.plainBm25.hit1, bar: null },
        { name: 'StackFAQ, nDCG@10', value: faq.ours.ndcg10, bar: 0.87 },
        { name: 'StackFAQ, nDCG@10, plain BM25', value: faq.plainBm25.ndcg10, bar: null },
        ...(['zh', 'en'] as const).flatMap((language) => [
          { name: `XQuAD-R sentences, nDCG@10 (${language})`, value: xquad.sentences[language].ndcg10, bar: 0.85 },
          { name: `XQuAD-R paragraphs, nDCG@10 (${language})`, value: xquad.paragraphs[language].ndcg10, bar: 0.95 },
        ]),
        ...(['zh→en', 'en→zh'] as const).map((way) => ({
          name: `XQuAD-R paragraphs, ${way}, nDCG@10`,
          value: xquad.across[way].ndcg10,
          bar: null,
        })),
      );
      context.progress(2, 2);
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
