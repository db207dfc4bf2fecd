import { setTimeout as wait } from 'node:timers/promises';
import { UnrecoverableError, type Worker } from 'bullmq';
import type { Logger } from '../config/logger.ts';
import type { IngestContext } from './handlers/context.ts';
import { handlers } from './handlers/handlers.ts';
import { type JobName, jobSchemas } from './jobs.ts';
import type { IngestQueue } from './queue.ts';
import { openWorker, type QueuePlace } from './queue-backend.ts';
import { createQueueWarning } from './queue-warning.ts';
import { sweepDocuments } from './sweep-documents.ts';

const SWEEP_MS = 30_000;
/** Pause before another try to reach the queue. */
const RETRY_MS = 1_000;
/** Renewed twice in this time by a worker that lives. */
const LOCK_MS = 15_000;
/** Stalls don't count as tries in BullMQ: those are counted in PostgreSQL. */
const STALLED = 1_000_000;

/** Runs the jobs of the ingest queue. `close()` lets the running ones finish for a while, then breaks them off. */
export interface IngestWorker {
  close(): Promise<void>;
}

const isJobName = (name: string): name is JobName => name in jobSchemas;

async function run(name: string, data: unknown, context: IngestContext, signal: AbortSignal): Promise<void> {
  if (!isJobName(name)) throw new UnrecoverableError(`No handler for the job ${name}.`);
  const handle = async <Name extends JobName>(job: Name) => {
    const parsed = jobSchemas[job].safeParse(data);
    if (!parsed.success) throw new UnrecoverableError(`The payload of ${job} does not fit: ${parsed.error.message}`);
    const handler = handlers[job] as (data: unknown, context: IngestContext, signal: AbortSignal) => Promise<void>;
    await handler(parsed.data, context, signal);
  };
  await handle(name);
}

/** Begins to work at once; `concurrency` files at a time: some more than there are readers, so that none of these waits for a write. */
export function createIngestWorker(
  options: QueuePlace & {
    context: IngestContext;
    queue: IngestQueue;
    logger: Logger;
    concurrency: number;
    closeMs?: number;
    /** The job of a worker that died is taken up by another after this long, or twice that. */
    lockMs?: number;
  },
): IngestWorker {
  const { context, queue, logger } = options;
  const stop = new AbortController();
  const warn = createQueueWarning(options, logger);
  let worker: Worker | undefined;
  let closed = false;

  const open = (): Worker => {
    const opened = openWorker(options, (job) => run(job.name, job.data, context, stop.signal), {
      autorun: false,
      concurrency: options.concurrency,
      lockDuration: options.lockMs ?? LOCK_MS,
      stalledInterval: options.lockMs ?? LOCK_MS,
      maxStalledCount: STALLED,
      runRetryDelay: RETRY_MS,
    });
    opened.on('error', warn);
    opened.on('failed', (job, error) => {
      const about = { job: job?.id };
      if (stop.signal.aborted) logger.info(about, 'ingest job broken off by the end; it is taken up again');
      else logger.error({ ...about, err: error }, 'ingest job failed');
    });
    return opened;
  };

  /**
   * BullMQ keeps a first connection that failed for ever, and a worker that runs on it spins without letting anything
   * else in: it runs only once it is connected, and one that could not connect is replaced.
   */
  const begin = async () => {
    while (!closed) {
      const opened = open();
      worker = opened;
      try {
        await opened.waitUntilReady();
        if (!closed) opened.run().catch((error: unknown) => logger.error({ err: error }, 'the ingest worker ended'));
        return;
      } catch (error) {
        logger.warn({ err: error }, 'the ingest worker could not connect; trying again');
        await opened.close().catch(() => undefined);
        await wait(RETRY_MS);
      }
    }
  };
  begin().catch((error: unknown) => logger.error({ err: error }, 'the ingest worker could not be opened'));

  const sweep = () => {
    sweepDocuments(context.db, queue).catch((error: unknown) =>
      logger.warn({ err: error }, 'the sweep for lost jobs failed'),
    );
  };
  const timer = setInterval(sweep, SWEEP_MS);
  timer.unref();
  sweep();

  return {
    async close() {
      closed = true;
      clearInterval(timer);
      const patience = setTimeout(() => stop.abort(), options.closeMs ?? 5_000);
      await worker?.close();
      clearTimeout(patience);
    },
  };
}
