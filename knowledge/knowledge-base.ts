import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Notifications } from '../stores/notifications.ts';
import { createProductStore } from '../stores/products.ts';
import type { Database } from '../stores/schema.ts';
import { createKnowledgeFeed } from './knowledge-feed.ts';
import { indexTerms } from './lexical/index-terms.ts';
import { createLexicalIndex } from './lexical/lexical-index.ts';
import { createPassageStore } from './retrieval/passage-store.ts';
import { createRetriever, type SearchState } from './retrieval/search.ts';
import { createSharedRun } from './shared-run.ts';
import { shopConcepts } from './terms/shop-concepts.ts';
import { type Analyzer, createAnalyzer } from './text/analyzer.ts';
import { catalogueConcepts } from './text/catalogue-concepts.ts';
import { type Concept, createLexicon, loadTradeLexicon } from './text/lexicon.ts';
import type { Retriever } from './types.ts';
import type { Embedder } from './vectors/embedder.ts';
import { createLocalEmbedder } from './vectors/local-embedder.ts';
import type { VectorLeg } from './vectors/vector-leg.ts';

/** Rows indexed in one go: about 10 ms. */
const SLICE = 32;

/** The searchable knowledge of this process. `close()` before the database and the notifications. */
export interface KnowledgeBase {
  retriever: Retriever;
  /** Vectors without a model, made with this process's words. */
  localEmbedder: Embedder;
  analyzer(): Analyzer;
  /** Resolves when every change committed before the call can be found. */
  refresh(): Promise<void>;
  /** Resolves when the words of every catalogue and term change committed before the call are searched by. */
  relearn(): Promise<void>;
  /** Chunks that can be found. */
  size(): number;
  close(): Promise<void>;
}

/** Reads all live chunks and follows their changes. Without `vectors` the search goes by words alone. */
export async function createKnowledgeBase(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  logger: Logger;
  vectors?: (localEmbedder: Embedder) => VectorLeg;
}): Promise<KnowledgeBase> {
  const { db, logger } = options;
  const trade = loadTradeLexicon();
  let conceptKey = '';

  const newState = (concepts: Concept[]): SearchState => {
    const analyzer = createAnalyzer(createLexicon([...trade, ...concepts]));
    return { analyzer, index: createLexicalIndex(), passages: createPassageStore({ db, analyzer: () => analyzer }) };
  };
  /** What the catalogue and the shop's managers teach beside the lexicon of the trade. */
  const readConcepts = async (): Promise<Concept[]> => {
    const [products, shop] = await Promise.all([createProductStore(db).all(), shopConcepts(db)]);
    return [...catalogueConcepts(products), ...shop];
  };

  const concepts = await readConcepts();
  conceptKey = JSON.stringify(concepts);
  let state = newState(concepts);
  /** Where changes go: the state in use, or the one that will follow it. */
  let target = state;

  const feed = createKnowledgeFeed({
    db,
    notifications: options.notifications,
    logger,
    async onChange(rows) {
      for (const [i, row] of rows.entries()) {
        // Searches and requests go on while a large document is indexed.
        if (i % SLICE === SLICE - 1) await setImmediate();
        for (const each of target === state ? [state] : [state, target]) each.passages.forget(row.id);
        if (!row.live) {
          state.index.remove(row.id);
          target.index.remove(row.id);
        } else {
          const { id, source_kind: kind, language, audience } = row;
          target.index.add({ id, kind, language, audience }, indexTerms(row, target.analyzer));
        }
      }
      if (rows.some((row) => row.source_kind === 'product')) learnQuietly();
    },
  });

  /** New words change what every passage means: a second index is built and takes over. */
  const learning = createSharedRun(async () => {
    try {
      const learnt = await readConcepts();
      const key = JSON.stringify(learnt);
      if (key === conceptKey) return;
      target = newState(learnt);
      feed.rewind();
      await feed.refresh();
      state = target;
      conceptKey = key;
    } catch (error) {
      target = state;
      feed.rewind();
      throw error;
    }
  });
  const learnQuietly = () => {
    learning.run().catch((error: unknown) => logger.warn({ err: error }, 'the shop’s words could not be read'));
  };
  const unsubscribe = options.notifications.subscribe('kefu_terms', learnQuietly);

  await feed.refresh();
  const localEmbedder = createLocalEmbedder({ analyzer: () => state.analyzer, idf: (term) => state.index.idf(term) });

  return {
    localEmbedder,
    retriever: createRetriever({
      state: () => state,
      ready: () => feed.settled(),
      vectors: options.vectors?.(localEmbedder),
    }),
    analyzer: () => state.analyzer,
    async refresh() {
      await feed.refresh();
      await learning.settled();
    },
    relearn: () => learning.run(),
    size: () => state.index.size,
    async close() {
      unsubscribe();
      await learning.settled();
      await feed.close();
    },
  };
}
