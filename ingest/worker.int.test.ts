import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createDocumentFiles } from '../knowledge/documents/document-files.ts';
import { openKnowledgeFixture } from '../testing/knowledge-fixture.ts';
import { createReaders } from './reading/readers.ts';
import { createIngestWorker } from './worker.ts';

it('ends in the middle of a file without an error in the log, and leaves the file to be read again', async () => {
  const fixture = await openKnowledgeFixture({ worker: false });
  const lines: Array<{ level: number; msg: string }> = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const reading = Promise.withResolvers<void>();
  const readers = createReaders({ size: 1 });
  try {
    const worker = createIngestWorker({
      databaseUrl: fixture.database.url,
      redisUrl: undefined,
      space: '',
      context: {
        db: fixture.database.db,
        files: createDocumentFiles(fixture.dataDir),
        // A file without an end.
        readers: {
          ...readers,
          read: (_file, { signal } = {}) =>
            new Promise((_, reject) => {
              signal?.addEventListener('abort', () => reject(new Error('broken off')));
              reading.resolve();
            }),
        },
        embedder: () => fixture.base.localEmbedder,
        logger,
      },
      queue: fixture.queue,
      logger,
      concurrency: 1,
      closeMs: 50,
    });
    const { id } = await fixture.documents.create({ fileName: 'a.md', bytes: Buffer.from('# A\n'), source: 'upload' });
    await reading.promise;
    await worker.close();
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
    expect(lines.at(-1)?.msg).toContain('taken up again');
    expect(await fixture.documents.get(id)).toMatchObject({ status: 'processing' });
  } finally {
    await readers.close();
    await fixture.close();
  }
});
