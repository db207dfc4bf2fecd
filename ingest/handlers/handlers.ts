import type { JobName } from '../jobs.ts';
import type { Handler } from './context.ts';
import { ingestDocument } from './ingest-document.ts';

/** One handler for each job; a forgotten one fails the compiler. */
export const handlers = {
  'ingest-document': ingestDocument,
} satisfies { [Name in JobName]: Handler<Name> };
