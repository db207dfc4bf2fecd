import type { JobsOptions } from 'bullmq';
import type { Logger } from '../config/logger.ts';
import { type Job, jobId } from './jobs.ts';
import { openQueue, type QueuePlace } from './queue-backend.ts';

export interface QueueDepth {
  waiting: number;
  active: number;
  failed: number;
}

/** Where work for the ingest workers is put; who creates it closes it. */
export interface IngestQueue {
  /** Adding the same work again while it waits or runs changes nothing. */
  add(job: Job): Promise<void>;
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

/** Resolves when the queue's place has been reached and is ready. */
export async function createIngestQueue(options: QueuePlace & { logger: Logger }): Promise<IngestQueue> {
  const queue = openQueue(options, { defaultJobOptions: JOB_OPTIONS });
  queue.on('error', (error) => options.logger.warn({ err: error }, 'ingest queue out of reach'));
  await queue.waitUntilReady();
  return {
    async add(job) {
      const id = jobId(job);
      // One that failed for good keeps its id for a day and would swallow the new one.
      const old = await queue.getJob(id);
      if (old && (await old.isFailed())) await old.remove();
      await queue.add(job.name, job.data, { jobId: id });
    },
    async depth() {
      const counts = await queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active', 'failed');
      const { waiting = 0, delayed = 0, prioritized = 0, active = 0, failed = 0 } = counts;
      return { waiting: waiting + delayed + prioritized, active, failed };
    },
    close: () => queue.close(),
  };
}
