import { z } from 'zod';

/** Every job of the ingest queue: its name and payload. Ids only, never text: payloads are kept in the clear. */
export const jobSchemas = {
  'ingest-document': z.object({ documentId: z.string(), version: z.number().int().positive() }),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;
export type Job = { [Name in JobName]: { name: Name; data: JobPayload<Name> } }[JobName];

/** The same work has the same id, so that adding it twice runs it once. */
export const jobId = (job: Job): string => `ingest-${job.data.documentId}-v${job.data.version}`;
