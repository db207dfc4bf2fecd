import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { DocumentFiles } from '../../knowledge/documents/document-files.ts';
import type { Embedder } from '../../knowledge/vectors/embedders/embedder.ts';
import type { Database } from '../../stores/schema.ts';
import type { Step } from '../document-progress.ts';
import type { JobName, JobPayload } from '../jobs.ts';
import type { Readers } from '../reading/readers.ts';
import type { Reach } from '../steps/fetch-url.ts';

/** How the work on a file ended. */
export interface FileObservation {
  /** `review`: held until somebody publishes it; `broke`: it is tried again. */
  outcome: 'ready' | 'review' | 'failed' | 'broke';
  /** Why it failed, by its stable code. */
  reason: string | null;
  pages: number | null;
  /** By step. */
  seconds: Partial<Record<Step, number>>;
}

/** What the handlers work with; the worker's owner closes it after the worker. */
export interface IngestContext {
  db: Kysely<Database>;
  files: DocumentFiles;
  readers: Readers;
  /** The one that makes vectors at present. */
  embedder: () => Embedder;
  logger: Logger;
  /** What addresses may be fetched; the open internet unless a test says otherwise. */
  reach?: Reach;
  onFile?: (observation: FileObservation) => void;
}

/** Handlers may be run again at any point of their work, and twice at once. */
export type Handler<Name extends JobName> = (
  data: JobPayload<Name>,
  context: IngestContext,
  signal: AbortSignal,
) => Promise<void>;
