import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDocumentFiles } from '../knowledge/documents/document-files.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../testing/knowledge-fixture.ts';
import type { FileObservation, IngestContext } from './handlers/context.ts';
import { ingestDocument } from './handlers/ingest-document.ts';
import { createReaders } from './reading/readers.ts';
import { MAX_STARTS } from './tries.ts';

let fixture: KnowledgeFixture;
let context: IngestContext;
const told: FileObservation[] = [];
const readers = createReaders({ size: 1 });
const never = new AbortController().signal;

beforeAll(async () => {
  // The tests run the handler themselves.
  fixture = await openKnowledgeFixture({ worker: false });
  context = {
    db: fixture.database.db,
    files: createDocumentFiles(fixture.dataDir),
    readers,
    embedder: () => fixture.base.localEmbedder,
    logger: pino({ level: 'silent' }),
    onFile: (observation) => told.push(observation),
  };
});
afterAll(async () => {
  await readers.close();
  await fixture.close();
});

async function handIn(text: string) {
  const { id } = await fixture.documents.create({ fileName: 'a.md', bytes: Buffer.from(text), source: 'upload' });
  return { documentId: id, version: 1 };
}
const rowOf = ({ documentId }: { documentId: string }) =>
  context.db.selectFrom('documents').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow();

it('gives a file up when the work on it broke three times, and says so', async () => {
  const work = await handIn('# A\n\nOne sentence.\n');
  const breaking = {
    ...context,
    embedder: () => {
      throw new Error('The disk is full.');
    },
  };
  for (const tries of [1, 2]) {
    await expect(ingestDocument(work, breaking, never)).rejects.toThrow('The disk is full.');
    expect(await rowOf(work)).toMatchObject({ status: 'processing', tries, starts: 0 });
  }
  await ingestDocument(work, breaking, never);
  expect(await rowOf(work)).toMatchObject({ status: 'failed', tries: 3, error_code: 'gave_up' });
  expect(told.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['broke', 'broke', 'gave_up']);
});

it('says that a file is not where the worker looks for it, be it of another data directory', async () => {
  const work = await handIn('# E\n\nA sentence on another disk.\n');
  const elsewhere = { ...context, files: createDocumentFiles(join(fixture.dataDir, 'elsewhere')) };
  for (const _ of [1, 2]) await expect(ingestDocument(work, elsewhere, never)).rejects.toThrow('ENOENT');
  await ingestDocument(work, elsewhere, never);
  expect(await rowOf(work)).toMatchObject({ status: 'failed', tries: 3, error_code: 'file_gone' });
});

it('does not count what was broken off from outside, but not without end', async () => {
  const work = await handIn('# B\n\nAnother sentence.\n');
  const stop = AbortSignal.abort();
  await expect(ingestDocument(work, context, stop)).rejects.toThrow('broken off');
  expect(await rowOf(work)).toMatchObject({ tries: 0, starts: 0 });
  // As many kills of the whole worker leave it.
  await context.db.updateTable('documents').set({ starts: MAX_STARTS }).where('id', '=', work.documentId).execute();
  await ingestDocument(work, context, never);
  expect(await rowOf(work)).toMatchObject({ status: 'failed', error_code: 'gave_up' });
});

it('goes on behind the step that was done', async () => {
  const work = await handIn('# C\n\nWhat was read once is not read again.\n');
  const embedder = vi.fn(context.embedder);
  embedder.mockReturnValueOnce({ ...context.embedder(), learned: true }).mockImplementationOnce(() => {
    throw new Error('The worker is cut off here.');
  });
  await ingestDocument(work, { ...context, embedder }, never).catch(() => undefined);
  expect((await rowOf(work)).reading).toMatchObject({ version: 1, title: 'C', pieces: 1 });
  await rm(join(fixture.dataDir, 'files', work.documentId), { recursive: true });
  await ingestDocument(work, context, never);
  expect(await rowOf(work)).toMatchObject({ status: 'ready', live_version: 1, chunk_count: 1, tries: 0, starts: 0 });
});

it('lets a short file answer with its passages in one go, and keeps no part of one that was replaced meanwhile', async () => {
  const work = await handIn('# D\n\nA short file.\n');
  const replaced = {
    ...readers,
    read: async (...args: Parameters<typeof readers.read>) => {
      const reading = await readers.read(...args);
      await fixture.documents.replace(work.documentId, {
        fileName: 'a.md',
        bytes: Buffer.from('# E\n\nA newer one.\n'),
      });
      return reading;
    },
  };
  await ingestDocument(work, { ...context, readers: replaced }, never);
  expect(await rowOf(work)).toMatchObject({ status: 'queued', version: 2, live_version: null });
  await ingestDocument({ ...work, version: 2 }, context, never);
  expect(await rowOf(work)).toMatchObject({
    status: 'ready',
    step: null,
    live_version: 2,
    chunk_count: 1,
    reading: null,
  });
  const left = await context.db.selectFrom('chunks').selectAll().where('source_id', '=', work.documentId).execute();
  expect(left).toMatchObject([{ version: 2, text: 'A newer one.', live: true, deleted: false }]);
  expect(left[0]?.revision).toBeGreaterThan(0);
});
