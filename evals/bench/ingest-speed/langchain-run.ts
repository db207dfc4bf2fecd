import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PDFLoader } from '@langchain/community/document_loaders/fs/pdf';
import { Chroma } from '@langchain/community/vectorstores/chroma';
import { Embeddings } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { ChromaClient } from 'chromadb';
import { createAnalyzer } from '../../../knowledge/text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../../../knowledge/text/lexicon.ts';
import { createLocalEmbedder } from '../../../knowledge/vectors/embedders/local-embedder.ts';
import type { BenchContext } from '../bench.ts';
import { watchLoop } from '../loop-delay.ts';
import type { IngestRun } from './kefu-run.ts';
import { watchProcessor } from './processor-time.ts';

/** Kefu's embedder, as LangChain wants it. */
function localEmbeddings(): Embeddings {
  const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
  const local = createLocalEmbedder({ analyzer: () => analyzer, idf: () => 1 });
  return new (class extends Embeddings {
    embedDocuments = (texts: string[]) => local.embed(texts);
    embedQuery = (text: string) => local.embedQuery(text);
  })({});
}

/**
 * LangChain's way: PDFLoader, RecursiveCharacterTextSplitter with its default size, Chroma with the same embedder.
 * `atOnce` files are under way together, so that one is read while another waits for Chroma.
 */
export async function langchainRun(context: BenchContext, paths: string[], atOnce: number): Promise<IngestRun> {
  const url = new URL(await context.chroma());
  const index = new ChromaClient({ host: url.hostname, port: Number(url.port), ssl: false });
  const store = new Chroma(localEmbeddings(), { index, collectionName: 'langchain' });
  await store.ensureCollection();
  const splitter = new RecursiveCharacterTextSplitter();
  let pages = 0;
  let chunks = 0;

  const ingest = async (path: string) => {
    const loaded = await new PDFLoader(new Blob([new Uint8Array(await readFile(path))])).load();
    const split = await splitter.splitDocuments(loaded);
    // Chroma takes flat metadata only.
    const source = basename(path);
    const documents = split.map((one) => ({ ...one, metadata: { source, page: one.metadata.loc?.pageNumber ?? 0 } }));
    await store.addDocuments(documents);
    pages += Number(loaded[0]?.metadata.pdf?.totalPages ?? 0);
    chunks += documents.length;
  };

  const processor = await watchProcessor();
  const watched = watchLoop();
  const began = performance.now();
  const queue = [...paths];
  const work = async () => {
    for (let path = queue.shift(); path; path = queue.shift()) await ingest(path);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - began) / 1000;
  return { seconds, pages, chunks, loop: watched(), cpu: await processor() };
}
