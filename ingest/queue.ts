import type { JobsOptions } from 'bullmq';
import type { Logger } from '../config/logger.ts';
import { timeLimit } from '../knowledge/time-limit.ts';
import { type Job, jobId } from './jobs.ts';
import { openQueue, type QueuePlace } from './queue-backend.ts';
import { createQueueWarning, placeOfQueue } from './queue-warning.ts';
import { turnOf } from './turn.ts';

export interface QueueDepth {
  waiting: number;
  active: number;
  failed: number;
}

/** Where work for the ingest workers is put; who creates it closes it. */
export interface IngestQueue {
  /**
   * Adding the same work again while it waits or runs changes nothing. `bytes` of its file say when its turn comes;
   * `again`: it may have been added before.
   */
  add(job: Job, about: { bytes: number; again: boolean }): Promise<void>;
  depth(): Promise<QueueDepth>;
  close(): Promise<void>;
}

/** Tries of a file are counted in PostgreSQL (documents.tries); these bridge an outage. Nothing piles up in the queue. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: { count: 100, age: 86_400 },
};

/** Who hands in a file does not wait longer for a Redis that is away: the worker's sweep queues it later. */
const PATIENCE_MS = 3_000;

/** Resolves when the queue's place is ready. A Redis that is away holds up no start: it is used once it is there. */
export async function createIngestQueue(options: QueuePlace & { logger: Logger }): Promise<IngestQueue> {
  const queue = openQueue(options, { defaultJobOptions: JOB_OPTIONS });
  queue.on('error', createQueueWarning(options, options.logger));
  const place = placeOfQueue(options);
  const ready = queue.waitUntilReady();
  if (options.redisUrl) await timeLimit(ready, PATIENCE_MS, place).catch(() => undefined);
  else await ready;

  /** Commands that were waited for in vain and still hang; as long as there are any, nobody waits for another. */
  let hanging = 0;
  const soon = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (hanging > 0) throw new Error(`${place} is out of reach`);
    const asked = ask();
    return timeLimit(asked, PATIENCE_MS, place).catch((error: unknown) => {
      hanging += 1;
      const ended = () => {
        hanging -= 1;
      };
      asked.then(ended, ended);
      throw error;
    });
  };
  return {
    add: (job, { bytes, again }) =>
      soon(async () => {
        const id = jobId(job);
        // One that failed for good keeps its id for a day and would swallow the new one.
        const old = again ? await queue.getJob(id) : undefined;
        if (old && (await old.isFailed())) await old.remove();
        await queue.add(job.name, job.data, { jobId: id, priority: turnOf({ bytes, now: Date.now() }) });
      }),
    async depth() {
      const counts = await soon(() => queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active', 'failed'));
      const { waiting = 0, delayed = 0, prioritized = 0, active = 0, failed = 0 } = counts;
      return { waiting: waiting + delayed + prioritized, active, failed };
    },
    close: () => queue.close(),
  };
}
