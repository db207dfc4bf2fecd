import { ChromaClient, ChromaConnectionError, type Collection } from 'chromadb';
import type { Scored } from '../lexical/lexical-index.ts';
import { timeLimit } from './time-limit.ts';

const QUERY_MS = 800;
const WRITE_MS = 30_000;
const PAGE = 5_000;
const WRITE_BATCH = 500;
/** After a failure the vector leg is left alone for this long, so that searches don't all wait for it. */
const PAUSE_MS = 2_000;

/**
 * Vectors by chunk id: a cache that may vanish at any time and is rebuilt from PostgreSQL. A chunk id names one
 * text for ever, so an id that is there has the right vector. Every call may throw.
 */
export interface VectorIndex {
  query(vector: number[], k: number): Promise<Scored[]>;
  upsert(items: Array<{ id: string; vector: number[] }>): Promise<void>;
  delete(ids: string[]): Promise<void>;
  count(): Promise<number>;
  ids(): Promise<Set<string>>;
}

/** Names a collection after the model and its dimensions, in the letters that Chroma allows. */
export const collectionName = (model: string, dimensions: number): string =>
  `kefu-${model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)}-${dimensions}`;

/** `space` sets apart installations that share a Chroma server. */
export function createChromaVectorIndex(options: {
  url: string;
  model: string;
  dimensions: number;
  space?: string;
}): VectorIndex {
  const url = new URL(options.url);
  const client = new ChromaClient({
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    ssl: url.protocol === 'https:',
  });
  const name = collectionName(options.space ? `${options.space}-${options.model}` : options.model, options.dimensions);
  let opened: Promise<Collection> | undefined;
  let pausedUntil = 0;

  const open = () => {
    opened ??= client
      .getOrCreateCollection({ name, embeddingFunction: null, configuration: { hnsw: { space: 'cosine' } } })
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    return opened;
  };

  /** A collection that was lost is opened anew by the next call. */
  const use = async <Result>(ms: number, work: (collection: Collection) => Promise<Result>): Promise<Result> => {
    try {
      return await timeLimit(
        open().then((collection) => work(collection)),
        ms,
        'Chroma',
      );
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };

  return {
    async query(vector, k) {
      if (Date.now() < pausedUntil) throw new Error('Chroma is paused after a failure');
      try {
        const ask = (collection: Collection) =>
          collection.query({ queryEmbeddings: [vector], nResults: k, include: ['distances'] });
        // A kept connection that the server has closed meanwhile fails at once; a new one does not.
        const twice = use(QUERY_MS, ask).catch((error: unknown) => {
          if (error instanceof ChromaConnectionError) return use(QUERY_MS, ask);
          throw error;
        });
        const found = await timeLimit(twice, QUERY_MS, 'Chroma');
        const distances = found.distances[0] ?? [];
        return (found.ids[0] ?? []).map((id, i) => ({ id, score: 1 - (distances[i] ?? 1) }));
      } catch (error) {
        pausedUntil = Date.now() + PAUSE_MS;
        throw error;
      }
    },
    async upsert(items) {
      for (let i = 0; i < items.length; i += WRITE_BATCH) {
        const batch = items.slice(i, i + WRITE_BATCH);
        await use(WRITE_MS, (collection) =>
          collection.upsert({ ids: batch.map((item) => item.id), embeddings: batch.map((item) => item.vector) }),
        );
      }
    },
    async delete(ids) {
      for (let i = 0; i < ids.length; i += WRITE_BATCH) {
        await use(WRITE_MS, (collection) => collection.delete({ ids: ids.slice(i, i + WRITE_BATCH) }));
      }
    },
    count: () => use(WRITE_MS, (collection) => collection.count()),
    async ids() {
      const ids = new Set<string>();
      for (let offset = 0; ; offset += PAGE) {
        const page = await use(WRITE_MS, (collection) => collection.get({ limit: PAGE, offset, include: [] }));
        for (const id of page.ids) ids.add(id);
        if (page.ids.length < PAGE) return ids;
      }
    },
  };
}
