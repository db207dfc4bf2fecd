import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAtMost } from '../../../config/at-most.ts';
import type { Readers } from '../../../ingest/reading/readers.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../../testing/knowledge-fixture.ts';
import { createVectorsFixture, type VectorsFixture } from '../../../testing/vectors-fixture.ts';
import type { BenchContext } from '../bench.ts';
import { type LoopDelay, watchLoop } from '../loop-delay.ts';
import { type ProcessorTime, watchProcessor } from './processor-time.ts';

/** Of the bench itself, which must not be what the database is busy with. */
const LOOK_MS = 50;
/** As in production. */
const CHECK_MS = 15_000;
const LIMIT_MS = 600_000;
/** Requests that a browser has under way to one server (HTTP/1.1). */
const UPLOADS_AT_ONCE = 6;

export interface IngestRun {
  seconds: number;
  pages: number;
  chunks: number;
  loop: LoopDelay;
  /** All that it took: on a machine with other work, what the clock says is not comparable. */
  cpu: ProcessorTime;
}

/**
 * Kefu's own way, from handing in the first file until all are answered from: queue, worker, readers, PostgreSQL,
 * the lexical index of the process and the vectors in Chroma. It is open before the clock starts, and empty; `readers`
 * are as warm as their last files made them.
 */
export async function kefuRun(context: BenchContext, paths: string[], readers: Readers): Promise<IngestRun> {
  const url = await context.chroma();
  const vectors = createVectorsFixture({ host: { url: () => url }, checkMs: CHECK_MS });
  const fixture = await openKnowledgeFixture({ vectors: () => vectors.leg, readers });
  try {
    const opened = await vectors.open(fixture);
    return await timed(paths, fixture, opened).finally(opened.close);
  } finally {
    await fixture.close();
  }
}

async function timed(
  paths: string[],
  fixture: KnowledgeFixture,
  { keeper, count }: VectorsFixture,
): Promise<IngestRun> {
  await keeper.check();
  const { db } = fixture.database;

  const ofDocuments = (statuses: Array<'queued' | 'processing' | 'ready' | 'failed'>) =>
    db
      .selectFrom('documents')
      .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.sum<number>('pages').as('pages')])
      .where('status', 'in', statuses)
      .executeTakeFirstOrThrow();

  const processor = await watchProcessor(db);
  const watched = watchLoop();
  const uploads = createAtMost(UPLOADS_AT_ONCE);
  const began = performance.now();
  await Promise.all(
    paths.map((path) =>
      uploads(() =>
        fixture.documents.create({ fileName: basename(path), bytes: createReadStream(path), source: 'upload' }),
      ),
    ),
  );
  const limit = began + LIMIT_MS;
  while (Number((await ofDocuments(['queued', 'processing'])).n) > 0 && performance.now() < limit) await wait(LOOK_MS);
  await fixture.base.refresh();
  await keeper.refresh();
  const chunks = fixture.base.size();
  while ((await count()) < chunks && performance.now() < limit) await wait(LOOK_MS);
  const seconds = (performance.now() - began) / 1000;
  const loop = watched();
  const cpu = await processor();

  const failed = Number((await ofDocuments(['failed'])).n);
  if (failed > 0 || performance.now() > limit) throw new Error(`${failed} of ${paths.length} files failed.`);
  return { seconds, pages: Number((await ofDocuments(['ready'])).pages), chunks, loop, cpu };
}
