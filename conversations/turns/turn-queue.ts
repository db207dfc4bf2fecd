import { createAtMost } from '../../config/at-most.ts';
import { tooMany } from '../../config/errors.ts';
import { createWakeUp } from '../wake-up.ts';
import type { TurnLimits } from './turn-limits.ts';

/** What can be queued: one conversation's jobs are done one after the other, lowest `seq` first. */
export interface QueueJob {
  conversationId: string;
  seq: number;
}

/** A place in the queue that was granted before the message is stored; use exactly one of its two. */
export interface Reservation<Job> {
  enqueue(job: Job): void;
  cancel(): void;
}

export interface TurnQueue<Job extends QueueJob> {
  /** AppError too_many_requests when the conversation or the process has too many. Absent id: a new conversation. */
  reserve(conversationId?: string): Reservation<Job>;
  /** Jobs of the conversation that wait or run here. */
  size(conversationId: string): number;
  total(): number;
  holds(job: QueueJob): boolean;
  /** The conversation changed: a blocked job may have its turn now. */
  wake(conversationId: string): void;
  /** Starts no more jobs; resolves when those running are done. */
  stop(): Promise<void>;
}

interface Lane<Job> {
  jobs: Job[];
  reserved: number;
  running: boolean;
  wakeUp: ReturnType<typeof createWakeUp>;
}

export interface TurnQueueOptions<Job> {
  limits: Pick<TurnLimits, 'perConversation' | 'inProcess' | 'running' | 'pollMs'>;
  /** Never rejects. 'blocked': not this job's time yet, ask again at a wake-up or after pollMs. */
  run(job: Job): Promise<'done' | 'blocked'>;
}

/** FIFO lanes, one a conversation, that share a number of running places. A blocked job holds none. */
export function createTurnQueue<Job extends QueueJob>({ limits, run }: TurnQueueOptions<Job>): TurnQueue<Job> {
  const lanes = new Map<string, Lane<Job>>();
  const stopping = new AbortController();
  const atMost = createAtMost(limits.running);
  let count = 0;

  const work = async (conversationId: string, lane: Lane<Job>) => {
    lane.running = true;
    while (lane.jobs.length > 0 && !stopping.signal.aborted) {
      const { job, state } = await atMost(async () => {
        // One that came in the same moment, with a lower number, goes first.
        await undefined;
        const [job] = lane.jobs;
        return { job, state: job && !stopping.signal.aborted ? await run(job) : 'blocked' };
      });
      if (state === 'blocked') {
        await lane.wakeUp.wait(limits.pollMs, stopping.signal);
      } else {
        lane.jobs = lane.jobs.filter((other) => other !== job);
        count -= 1;
      }
    }
    lane.running = false;
    tidy(conversationId, lane);
  };

  const tidy = (conversationId: string, lane: Lane<Job>) => {
    if (!lane.running && lane.jobs.length === 0 && lane.reserved === 0) lanes.delete(conversationId);
  };

  const laneOf = (conversationId: string): Lane<Job> => {
    const lane = lanes.get(conversationId) ?? { jobs: [], reserved: 0, running: false, wakeUp: createWakeUp() };
    lanes.set(conversationId, lane);
    return lane;
  };

  const workers = new Set<Promise<void>>();
  const enqueue = (job: Job) => {
    const lane = laneOf(job.conversationId);
    const place = lane.jobs.findIndex((other) => other.seq > job.seq);
    lane.jobs.splice(place === -1 ? lane.jobs.length : place, 0, job);
    if (lane.running) lane.wakeUp.call();
    else {
      const worker = work(job.conversationId, lane);
      workers.add(worker);
      void worker.finally(() => workers.delete(worker));
    }
  };

  return {
    reserve(conversationId) {
      const lane = conversationId === undefined ? undefined : laneOf(conversationId);
      const busy = lane !== undefined && lane.jobs.length + lane.reserved >= limits.perConversation;
      if (busy) throw tooMany('This conversation has too many messages that wait for a reply.', 5);
      if (count >= limits.inProcess) {
        if (lane && conversationId) tidy(conversationId, lane);
        throw tooMany('Too many messages are being answered at the moment.', 2);
      }
      count += 1;
      if (lane) lane.reserved += 1;
      const release = () => {
        if (!lane || conversationId === undefined) return;
        lane.reserved -= 1;
        tidy(conversationId, lane);
      };
      return {
        enqueue(job) {
          enqueue(job);
          release();
        },
        cancel() {
          count -= 1;
          release();
        },
      };
    },
    size: (conversationId) => lanes.get(conversationId)?.jobs.length ?? 0,
    total: () => count,
    holds: ({ conversationId, seq }) => lanes.get(conversationId)?.jobs.some((job) => job.seq === seq) ?? false,
    wake: (conversationId) => lanes.get(conversationId)?.wakeUp.call(),
    async stop() {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}
