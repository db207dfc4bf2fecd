import type { Job } from './jobs.ts';

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
