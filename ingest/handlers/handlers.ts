import type { JobName } from '../jobs.ts';
import type { Handler } from './context.ts';
import { ingestDocument } from './ingest-document.ts';
import { purgeDocument } from './purge-document.ts';
import { syncCatalogue } from './sync-catalogue.ts';

/** One handler for each job; a forgotten one fails the compiler. */
export const handlers = {
  'ingest-document': ingestDocument,
  'purge-document': purgeDocument,
  'sync-catalogue': syncCatalogue,
} satisfies { [Name in JobName]: Handler<Name> };
