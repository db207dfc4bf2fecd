// A worker of its own, to be killed: node ingest-process.ts <database URL> <data directory> <ms of a job's lock> [Redis URL]. Prints "ready".
import { pino } from 'pino';
import { createIngestQueue } from '../../ingest/queue.ts';
import { createReaders } from '../../ingest/reading/readers.ts';
import { createIngestWorker } from '../../ingest/worker.ts';
import { createDocumentFiles } from '../../knowledge/documents/document-files.ts';
import { createAnalyzer } from '../../knowledge/text/analyzer.ts';
import { createLexicon } from '../../knowledge/text/lexicon.ts';
import { createLocalEmbedder } from '../../knowledge/vectors/embedders/local-embedder.ts';
import { openDatabase } from '../../stores/database.ts';
import { installationId } from '../../stores/installation-id.ts';

const [databaseUrl = '', dataDir = '', lockMs, redisUrl] = process.argv.slice(2);
const logger = pino({ level: 'warn' }, process.stderr);
const { db } = openDatabase({ url: databaseUrl, logger });
const place = { databaseUrl, redisUrl, space: await installationId(db) };
const queue = await createIngestQueue({ ...place, logger });
const analyzer = createAnalyzer(createLexicon([]));
const embedder = createLocalEmbedder({ analyzer: () => analyzer, idf: () => 1 });
createIngestWorker({
  ...place,
  queue,
  logger,
  concurrency: 4,
  lockMs: Number(lockMs),
  context: {
    db,
    logger,
    files: createDocumentFiles(dataDir),
    readers: createReaders({ size: 2 }),
    embedder: () => embedder,
  },
});
console.log('ready');
