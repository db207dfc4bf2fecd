import { ChromaClient, ChromaConnectionError, type Collection } from 'chromadb';
import { timeLimit } from '../../time-limit.ts';
import { type VectorIndex, VectorsUnreachable } from '../vector-index.ts';
import { nearestRecords } from './chroma-query.ts';
import { putRecords } from './chroma-records.ts';

const QUERY_MS = 800;
const READ_MS = 10_000;
const WRITE_MS = 30_000;
const PAGE = 5_000;
/** Records a request: Chroma commits once a request, so that large ones are several times faster. */
const WRITE_BATCH = 500;
/** Cosine from which on two vectors are one. */
const SAME = 0.99;
/** After a failure the vector leg is left alone for this long, so that searches don't all wait for it. */
const PAUSE_MS = 2_000;

/** A client of the Chroma server at `url`; nothing is asked yet. */
export function chromaClient(address: string): ChromaClient {
  const url = new URL(address);
  return new ChromaClient({
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    ssl: url.protocol === 'https:',
  });
}

/**
 * The graph (HNSW: Malkov and Yashunin, 2016) of a collection that is made. Vectors of a trained model find what no word
 * does: theirs leads to nine of ten texts that are unlike all others (of 300 beside 20,000), Chroma's own to half, in
 * half the time a vector.
 */
const GRAPH = { built: {}, learned: { max_neighbors: 32, ef_construction: 200 } } as const;

/**
 * The index in the collection `name` of the server that `url` names at the time of each call. `vectors`: who makes
 * them, the built-in embedder or a trained model, where the collection may have to be made.
 */
export function createChromaIndex(options: {
  url: () => string;
  name: string;
  vectors?: keyof typeof GRAPH;
}): VectorIndex {
  const { name, vectors = 'built' } = options;
  const hnsw = { space: 'cosine', ...GRAPH[vectors] } as const;
  let opened: { url: string; collection: Promise<Collection> } | undefined;
  let pausedUntil = 0;

  const open = (make: boolean): Promise<Collection> => {
    const url = options.url();
    if (opened?.url === url) return opened.collection;
    const client = chromaClient(url);
    // Only who fills a collection makes it: a reader must not bring one back that was given up.
    const collection = make
      ? client.getOrCreateCollection({ name, embeddingFunction: null, configuration: { hnsw } })
      : client.getCollection({ name });
    opened = { url, collection };
    return collection;
  };

  /** A collection that was lost is opened anew by the next call. */
  const use = async <Result>(
    work: (collection: Collection) => Promise<Result>,
    { ms = READ_MS, make = false }: { ms?: number; make?: boolean } = {},
  ): Promise<Result> => {
    try {
      return await timeLimit(open(make).then(work), ms, 'Chroma');
    } catch (error) {
      opened = undefined;
      throw error instanceof ChromaConnectionError ? error : new VectorsUnreachable(error);
    }
  };
  const read = <Result>(work: (collection: Collection) => Promise<Result>, ms?: number) =>
    // A kept connection that the server has closed meanwhile fails at once; a new one does not.
    use(work, { ms }).catch((error: unknown) => {
      if (!(error instanceof ChromaConnectionError)) throw error;
      return use(work, { ms }).catch((again: unknown) => {
        throw again instanceof VectorsUnreachable ? again : new VectorsUnreachable(again);
      });
    });
  const write = (work: (collection: Collection) => Promise<unknown>) =>
    use(work, { ms: WRITE_MS, make: true }).catch((error: unknown) => {
      throw error instanceof VectorsUnreachable ? error : new VectorsUnreachable(error);
    });

  return {
    async query(vector, k) {
      const ask = () => read((collection) => nearestRecords(options.url(), collection, { vector, k }));
      if (Date.now() < pausedUntil) throw new VectorsUnreachable('paused after a failure');
      try {
        return await timeLimit(ask(), QUERY_MS, 'Chroma');
      } catch (error) {
        pausedUntil = Date.now() + PAUSE_MS;
        throw error instanceof VectorsUnreachable ? error : new VectorsUnreachable(error);
      }
    },
    async holds({ id, vector }) {
      const among = [id];
      const [nearest] = await read((one) => nearestRecords(options.url(), one, { vector, k: 1, among }));
      return nearest !== undefined && nearest.score > SAME;
    },
    async upsert(items) {
      if (items.length === 0) await write(async () => undefined);
      for (let i = 0; i < items.length; i += WRITE_BATCH)
        await write((collection) => putRecords(options.url(), collection, items.slice(i, i + WRITE_BATCH)));
    },
    async delete(ids) {
      for (let i = 0; i < ids.length; i += PAGE)
        await write((collection) => collection.delete({ ids: ids.slice(i, i + PAGE) }));
    },
    count: () => read((collection) => collection.count()),
    async ids() {
      const ids = new Set<string>();
      for (let offset = 0; ; offset += PAGE) {
        const page = await read((collection) => collection.get({ limit: PAGE, offset, include: [] }));
        for (const id of page.ids) ids.add(id);
        if (page.ids.length < PAGE) return ids;
      }
    },
  };
}
