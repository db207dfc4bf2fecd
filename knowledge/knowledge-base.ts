import type { Kysely } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Notifications } from '../stores/notifications.ts';
import { createProductStore, type Product } from '../stores/products.ts';
import type { Database } from '../stores/schema.ts';
import type { IndexStatus } from './live/generations.ts';
import { createLiveIndex } from './live-index.ts';
import { createCurrentRetriever, lookAtPassages } from './retrieval/current-search.ts';
import { createRetriever, type SearchState } from './retrieval/search.ts';
import { type Overlay, overlayState, overlayVectors } from './review/overlay.ts';
import { wordsOverlay } from './review/overlay-words.ts';
import { createSnapshotKeeper, type SnapshotOptions } from './snapshot/snapshot-keeper.ts';
import { shopConcepts } from './terms/shop-concepts.ts';
import type { Analyzer } from './text/analyzer.ts';
import { catalogueConcepts } from './text/catalogue-concepts.ts';
import { type Concept, loadTradeLexicon } from './text/lexicon.ts';
import type { Retriever } from './types.ts';
import type { Embedder } from './vectors/embedders/embedder.ts';
import { createLocalEmbedder } from './vectors/embedders/local-embedder.ts';
import type { VectorLeg } from './vectors/vector-leg.ts';
import type { Vocabulary } from './vectors/vocabulary.ts';

/** The searchable knowledge of this process. `close()` before the database and the notifications. */
export interface KnowledgeBase {
  retriever: Retriever;
  /** Searches as if a change were made. */
  imagine(overlay: Overlay): Promise<Retriever>;
  /** Searches as if the shop's managers had taught these words and no others. */
  imagineWords(shop: readonly Concept[]): Promise<Retriever>;
  /** Vectors without a model, made with this process's words. */
  localEmbedder: Embedder;
  analyzer(): Analyzer;
  vocabulary: Vocabulary;
  /** Resolves when every change committed before the call can be found. */
  refresh(): Promise<void>;
  /** Resolves when the words of every catalogue and term change committed before the call are searched by. */
  relearn(): Promise<void>;
  /** Another one whenever searches may find something else. */
  version(): string;
  /** Chunks that can be found. */
  size(): number;
  index: {
    status(): IndexStatus;
    /** Compares the index with PostgreSQL and repairs it; resolves with whether they agreed. */
    check(): Promise<boolean>;
    /** Resolves when all chunks of the start can be found. */
    built(): Promise<void>;
    /** Removes the index's copy on disk; another one is written later. */
    dropSnapshot(): Promise<void>;
  };
  close(): Promise<void>;
}

/**
 * Reads all live chunks and follows their changes. Few chunks are indexed before it resolves; many in the background,
 * by threads of their own that read from `databaseUrl`. Without `vectors` the search goes by words alone.
 */
export async function createKnowledgeBase(options: {
  db: Kysely<Database>;
  databaseUrl?: string;
  notifications: Notifications;
  logger: Logger;
  vectors?: (localEmbedder: Embedder) => VectorLeg;
  /** Where a large index is kept from one start to the next. */
  snapshots?: SnapshotOptions;
}): Promise<KnowledgeBase> {
  const { db, databaseUrl, notifications, logger } = options;
  const trade = loadTradeLexicon();
  /** The lexicon of the trade, and what the catalogue and the shop's managers teach. */
  const conceptsWith = (products: Product[], shop: readonly Concept[]): Concept[] => [
    ...trade,
    ...catalogueConcepts(products),
    ...shop,
  ];
  const readProducts = () => createProductStore(db).all();
  const readConcepts = async () => conceptsWith(...(await Promise.all([readProducts(), shopConcepts(db)])));
  const snapshots =
    options.snapshots && databaseUrl !== undefined
      ? createSnapshotKeeper({ ...options.snapshots, db, databaseUrl, notifications, logger })
      : undefined;
  const index = await createLiveIndex({ db, databaseUrl, notifications, logger, readConcepts, snapshots });
  const { state, refresh, relearn, status, check, built } = index;
  const unsubscribe = notifications.subscribe('kefu_terms', () => {
    relearn().catch((error: unknown) => logger.warn({ err: error }, 'the shop’s words could not be read'));
  });
  const localEmbedder = createLocalEmbedder({
    analyzer: () => state().analyzer,
    idf: (term) => state().index.idf(term),
  });
  const vectors = options.vectors?.(localEmbedder);
  const searching = (imagined: SearchState, leg: VectorLeg | undefined) =>
    createRetriever({ state: () => imagined, vectors: leg });
  return {
    localEmbedder,
    retriever: createCurrentRetriever({
      inner: createRetriever({ state, vectors }),
      ...index,
      lookAt: (read) => lookAtPassages(db, read, state().index.size),
      forget: (id) => state().passages.forget(id),
    }),
    async imagine(overlay) {
      const imagined = overlayState(state(), overlay);
      return searching(imagined, vectors && (await overlayVectors(vectors, localEmbedder, overlay)));
    },
    async imagineWords(shop) {
      await relearn();
      const concepts = conceptsWith(await readProducts(), shop);
      const overlay = await wordsOverlay({ db, index, concepts });
      const imagined = overlayState(state(), overlay);
      const { analyzer, index: counted } = imagined;
      const embedder = createLocalEmbedder({ analyzer: () => analyzer, idf: counted.idf });
      // A trained model's vectors know nothing of the words.
      const leg = vectors?.learned ? vectors : vectors && (await overlayVectors(vectors, embedder, overlay));
      return searching(imagined, leg);
    },
    analyzer: () => state().analyzer,
    vocabulary: {
      ...{ concepts: index.concepts, touched: index.touched },
      async ready() {
        await built();
        await relearn();
        await index.follow();
      },
    },
    refresh,
    relearn,
    version: index.version,
    size: () => state().index.size,
    index: { status, check, built, dropSnapshot: async () => snapshots?.drop() },
    async close() {
      unsubscribe();
      await index.close();
    },
  };
}
