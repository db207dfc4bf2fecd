import { loadBytes } from '../../ingest/loading/load-bytes.ts';
import { split } from '../../ingest/steps/split.ts';
import { bestSentences } from '../../knowledge/retrieval/quote.ts';
import { type CaseResult, type Metric, type Suite, share } from '../harness/suite.ts';
import { createMemoryKnowledge, type MemoryPassage } from '../retrieval/memory-knowledge.ts';
import { CELL_QUESTIONS, type CellQuestion } from './cell-questions.ts';
import { DOCUMENTS, type EvalDocument } from './documents/documents.ts';
import { inOrder } from './in-order.ts';
import { runPublicPdfs } from './public-pdfs.ts';

/** A document through the real loader and splitter. */
async function passagesOf(document: EvalDocument): Promise<MemoryPassage[]> {
  const loaded = await loadBytes(await document.make(), document.name, 'application/pdf');
  return (await split(loaded, null)).map((piece, i) => ({
    ...piece,
    id: `${document.name}-${i}`,
    kind: 'document',
    documentId: document.name,
    title: loaded.title ?? document.title,
    audience: 'public',
    keywords: '',
  }));
}

const askIn =
  ({ retriever }: Awaited<ReturnType<typeof createMemoryKnowledge>>) =>
  async ({ question, language, document, row, value }: CellQuestion): Promise<CaseResult> => {
    const began = performance.now();
    const { hits } = await retriever.search({ query: question, language, k: 5 });
    const quotes = bestSentences({ question, hits, language });
    const ms = performance.now() - began;
    const first = quotes[0];
    const right = quotes.some(
      ({ quote, hit }) => hit.documentId === document && quote.includes(row) && quote.includes(value),
    );
    return {
      id: question,
      passed: right && first?.hit.documentId === document,
      expected: `${document}: ${row} … ${value}`,
      actual: first ? `${first.hit.documentId}: ${quotes.map(({ quote }) => quote).join(' / ')}` : 'nothing',
      ms,
    };
  };

/** Whether documents of every layout are read as a person reads them: columns, tables, and files that cannot be read. */
export const ingestionSuite: Suite = {
  name: 'ingestion',
  description:
    'Whether PDFs are read in order, tables answer questions on their cells, and bad files fail for the right reason',
  async run(context) {
    const passages: MemoryPassage[] = [];
    const order: CaseResult[] = [];
    for (const document of DOCUMENTS) {
      const own = await passagesOf(document);
      order.push(inOrder(document, own));
      passages.push(...own);
    }
    const ask = askIn(await createMemoryKnowledge(passages));
    const cells: CaseResult[] = [];
    for (const question of CELL_QUESTIONS) cells.push(await ask(question));
    context.progress(1, context.datasetsDir ? 2 : 1);
    const metrics: Metric[] = [
      { name: 'documents read in order', value: share(order), bar: 1 },
      { name: 'questions on table cells answered', value: share(cells), bar: 0.9 },
    ];
    const files = context.datasetsDir ? await runPublicPdfs(context.datasetsDir) : [];
    if (files.length > 0) {
      metrics.push({ name: 'public PDFs ready, or failed for the right reason', value: share(files), bar: 1 });
      context.progress(2, 2);
    }
    return {
      metrics,
      cases: [...order, ...cells, ...files],
      notes:
        files.length > 0 ? [] : ['The public PDFs were not found (KEFU_DATASETS); only our own documents were read.'],
    };
  },
};
