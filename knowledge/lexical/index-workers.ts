import { Worker } from 'node:worker_threads';
import { AppError } from '../../config/errors.ts';
import type { Concept } from '../text/lexicon.ts';
import type { Slice } from './chunk-slices.ts';
import type { SegmentData } from './packed-segment.ts';

export interface WorkerSetup {
  databaseUrl: string;
  concepts: Concept[];
}
export type WorkerTask =
  | { kind: 'pack'; slice: Slice }
  | { kind: 'merge'; segments: SegmentData[] }
  /** One segment without removed documents and with the chunks in `loose`, as they are in PostgreSQL now. */
  | { kind: 'compact'; packed: Array<{ data: SegmentData; dead: Uint8Array }>; loose: string[] };
/** A worker answers each task before it gets the next. */
export type WorkerAnswer = { data: SegmentData } | { failure: string };

/** V8 gives the pages of a heap back some seconds after its thread has ended: most of a worker's data lies outside of it. */
const HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 };

/** A thread that works on one task at a time. `close()` ends it in whatever it does. */
export interface IndexWorker {
  run(task: WorkerTask): Promise<SegmentData>;
  close(): Promise<void>;
}

const failed = (reason: string, cause?: unknown): AppError =>
  new AppError({ code: 'index_worker_failed', status: 500, message: `The index's worker failed: ${reason}`, cause });

export function startIndexWorker(setup: WorkerSetup): IndexWorker {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: setup, resourceLimits: HEAP });
  worker.unref();
  let waiting: PromiseWithResolvers<SegmentData> | undefined;
  let ended: AppError | undefined;
  const end = (error: AppError) => {
    ended ??= error;
    waiting?.reject(ended);
    waiting = undefined;
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const asked = waiting;
    waiting = undefined;
    if ('data' in answer) asked?.resolve(answer.data);
    else asked?.reject(failed(answer.failure));
  });
  worker.on('error', (error) => end(failed('it ended', error)));
  worker.on('exit', () => end(failed('it ended')));
  return {
    run(task) {
      if (ended) return Promise.reject(ended);
      waiting = Promise.withResolvers();
      worker.postMessage(task);
      return waiting.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}
