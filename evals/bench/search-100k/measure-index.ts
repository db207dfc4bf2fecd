import { setTimeout as wait } from 'node:timers/promises';
import { createKnowledgeBase, type KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { createChromaIndex } from '../../../knowledge/vectors/chroma/chroma-index.ts';
import { createVectorLeg } from '../../../knowledge/vectors/vector-leg.ts';
import { collectionName, createVectorPlaces } from '../../../knowledge/vectors/vector-places.ts';
import type { DatabaseHandle } from '../../../stores/database.ts';
import { installationId } from '../../../stores/installation-id.ts';
import { createNotifications } from '../../../stores/notifications.ts';
import type { BenchContext, BenchRow } from '../bench.ts';
import { watchLoop } from '../loop-delay.ts';
import { quantile } from '../quantile.ts';
import { corpusRows, publishRows } from './load-corpus.ts';
import type { SyntheticCorpus } from './synthetic-corpus.ts';

const WARM_UP = 100;
const ADDED = 1_000;
/** A thread merges the index's segments for some seconds; V8 gives the heap pages of threads that have ended back after eight. */
const THREADS_GONE_MS = 20_000;

const memoryMb = async (): Promise<number> => {
  globalThis.gc?.();
  await wait(300);
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
};

/** The index and the search in this process: what the graph calls, without HTTP. */
export async function measureIndex(options: {
  context: BenchContext;
  database: DatabaseHandle;
  chromaUrl: string;
  corpus: SyntheticCorpus;
  chunks: number;
  searches: number;
}): Promise<BenchRow[]> {
  const { context, database, corpus, chunks, searches } = options;
  const { db, url } = database;
  const { logger } = context;
  const notifications = await createNotifications({ url, logger });
  context.defer(notifications.close);
  const places = await createVectorPlaces({ db, notifications });
  context.defer(async () => places.close());
  const { place } = await places.read();
  if (!place) throw new Error('The program left no vectors.');
  const name = collectionName(await installationId(db), place);

  const before = await memoryMb();
  const building = watchLoop();
  const began = performance.now();
  const base: KnowledgeBase = await createKnowledgeBase({
    db,
    databaseUrl: url,
    notifications,
    logger,
    vectors: (embedder) =>
      createVectorLeg({ embedder, index: createChromaIndex({ url: () => options.chromaUrl, name }) }),
  });
  context.defer(base.close);
  const openedMs = performance.now() - began;
  await base.index.built();
  const builtMs = performance.now() - began;
  const held = building();
  const atOnce = await memoryMb();
  await wait(THREADS_GONE_MS);
  const after = await memoryMb();

  const run = async (from: number, count: number, about: (i: number) => number): Promise<number[]> => {
    const times: number[] = [];
    for (let i = from; i < from + count; i++) {
      const request = { ...corpus.question(i, about(i) % chunks), k: 8 };
      const since = performance.now();
      await base.retriever.search(request);
      times.push(performance.now() - since);
    }
    return times;
  };
  await run(0, WARM_UP, (i) => i * 7_919);
  const cpu = process.cpuUsage();
  const cold = await run(WARM_UP, searches, (i) => i * 7_919);
  const used = process.cpuUsage(cpu);
  const warm = await run(WARM_UP, Math.min(searches, 80), (i) => i * 7_919).then(() =>
    run(WARM_UP, Math.min(searches, 80), (i) => i * 7_919),
  );
  const searched = await memoryMb();

  const rows = await corpusRows(corpus, { from: chunks, to: chunks + ADDED });
  const adding = watchLoop();
  const since = performance.now();
  const added = publishRows(database, rows).then(() => base.refresh());
  let done = false;
  const ended = added.finally(() => {
    done = true;
  });
  const meanwhile: number[] = [];
  while (!done) meanwhile.push(...(await run(meanwhile.length, 1, (i) => i * 31)));
  await ended;
  const addedMs = performance.now() - since;
  const heldAdding = adding();
  const agreed = await base.index.check();
  if (!agreed) throw new Error('The index differed from PostgreSQL after the bench.');

  return [
    { name: 'index: the start goes on after', value: openedMs, unit: 'ms' },
    { name: 'index: built after', value: builtMs / 1000, unit: 's', aim: { atMost: 10 } },
    { name: 'index: chunks a second', value: (chunks * 1000) / builtMs, unit: 'chunks/s' },
    { name: 'index: event loop held while building, at most', value: held.max, unit: 'ms', aim: { atMost: 50 } },
    { name: 'index: more memory when built, its threads’ with it', value: atOnce - before, unit: 'MB' },
    { name: 'index: more memory when built', value: after - before, unit: 'MB', aim: { atMost: 250 } },
    { name: 'index: more memory after the searches', value: searched - before, unit: 'MB' },
    { name: 'search: p50', value: quantile(cold, 0.5), unit: 'ms', aim: { atMost: 8 } },
    { name: 'search: p99', value: quantile(cold, 0.99), unit: 'ms', aim: { atMost: 30 } },
    { name: 'search: CPU of this process', value: (used.user + used.system) / 1000 / searches, unit: 'ms' },
    { name: 'search: p50 of questions asked before', value: quantile(warm, 0.5), unit: 'ms' },
    { name: `${ADDED} chunks added: found after`, value: addedMs, unit: 'ms' },
    { name: `${ADDED} chunks added: event loop held, at most`, value: heldAdding.max, unit: 'ms', aim: { atMost: 50 } },
    { name: `${ADDED} chunks added: search p99 meanwhile`, value: quantile(meanwhile, 0.99), unit: 'ms' },
  ];
}
