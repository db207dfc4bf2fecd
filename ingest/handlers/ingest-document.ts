import { access } from 'node:fs/promises';
import type { DocumentRow } from '../../knowledge/documents/document-row.ts';
import { keptVersions } from '../../knowledge/documents/old-versions.ts';
import { holdVersion, publishVersion } from '../../knowledge/documents/publish-version.ts';
import { createDocumentProgress, type DocumentProgress, showFailure } from '../document-progress.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { embedPieces } from '../steps/embed.ts';
import { fetchOnce } from '../steps/fetch-once.ts';
import { type NewPieces, publishPieces, writePieces } from '../steps/write-pieces.ts';
import { beginTry, endTry, GAVE_UP, MAX_STARTS, MAX_TRIES } from '../tries.ts';
import type { FileObservation, Handler, IngestContext } from './context.ts';

interface Done {
  outcome: 'ready' | 'review';
  pages: number | null;
}

/** Letters of what is written and published in one go: some hundreds of passages. */
const SHORT = 400_000;

/** Reads the file. */
async function read(
  context: IngestContext,
  document: DocumentRow,
  progress: DocumentProgress,
  signal: AbortSignal,
): Promise<NewPieces> {
  const { id: documentId, version, audience, mime, locale } = document;
  const fileName = document.file_name ?? 'file';
  const path = context.files.path(documentId, version, fileName);
  const title = document.title_given ? document.title : null;
  const reading = await context.readers.read(
    { path, fileName, mime, locale, title },
    { signal, onPage: (done, of) => progress.share(done / of, of) },
  );
  return { documentId, version, audience, reading };
}

/** Reads the file and writes its pieces; `published`: they answer. Undefined: the version is of no use any more. */
async function readAndWrite(
  context: IngestContext,
  row: DocumentRow,
  progress: DocumentProgress,
  signal: AbortSignal,
): Promise<{ pages: number | null; published: boolean } | undefined> {
  const document = await fetchOnce(context, row);
  const pieces = await read(context, document, progress, signal);
  const { segments, pages } = pieces.reading;
  const short = segments.reduce((sum, { length }) => sum + length, 0) <= SHORT;
  // Nothing is left to be done between the two: neither vectors of a trained model nor a review.
  const published = short && !document.hold && !context.embedder().learned;
  await progress.begin(published ? 'publish' : 'split');
  const written = await (published ? publishPieces(context.db, pieces, document) : writePieces(context.db, pieces));
  return written ? { pages, published } : undefined;
}

/**
 * Each step leaves its result in PostgreSQL, and a run that broke off goes on behind the last one that did. Undefined:
 * the version is of no use any more.
 */
async function ingest(
  context: IngestContext,
  row: DocumentRow,
  progress: DocumentProgress,
  signal: AbortSignal,
): Promise<Done | undefined> {
  const { db } = context;
  const { id: documentId, version } = row;
  const reading =
    row.reading?.version === version
      ? { pages: row.reading.pages, published: false }
      : await readAndWrite(context, row, progress, signal);
  if (!reading) return undefined;
  const { pages } = reading;

  if (!reading.published) {
    const embedder = context.embedder();
    if (embedder.learned) {
      await progress.begin('embed');
      // Without vectors the passages are found by their words, until the index catches up.
      const { share: onBatch } = progress;
      await embedPieces({ db, embedder, documentId, version, signal, onBatch }).catch((error: unknown) =>
        context.logger.warn({ err: error, documentId }, 'embeddings out of reach; the vector index catches up later'),
      );
    }
    await progress.begin('publish');
    if (row.hold) {
      // What answers goes on; its file stays beside the held one until somebody decides.
      await holdVersion(db, documentId, version);
      return { outcome: 'review', pages };
    }
    if (!(await publishVersion(db, documentId, version))) return undefined;
  }
  if (version > 1) {
    const keep = [version, ...(await keptVersions(db, documentId))];
    await context.files.remove(documentId, { keep, upTo: version });
  }
  return { outcome: 'ready', pages };
}

/** Whether an uploaded file is not where this process looks for it; a page may not have been fetched yet. */
const isGone = async ({ files }: IngestContext, { id, version, url, file_name }: DocumentRow): Promise<boolean> =>
  url === null &&
  access(files.path(id, version, file_name ?? 'file')).then(
    () => false,
    () => true,
  );

/** Read, embed, publish or hold for review. A file that cannot be read ends `failed`; other errors are tried again, 3 times in all. */
export const ingestDocument: Handler<'ingest-document'> = async (work, context, signal) => {
  const { db, logger } = context;
  const document = await beginTry(db, work);
  if (!document) return;
  const progress = createDocumentProgress(db, work);
  const tell = (end: Pick<FileObservation, 'outcome'> & Partial<FileObservation>) => {
    const observation = { reason: null, pages: null, ...end, seconds: progress.seconds() };
    logger.info({ documentId: document.id, version: work.version, ...observation }, 'file worked on');
    context.onFile?.(observation);
  };
  const fail = async (fault: { code: string; message: string }) => {
    await showFailure(db, work, fault);
    tell({ outcome: 'failed', reason: fault.code });
  };
  if (document.starts > MAX_STARTS) return fail(GAVE_UP.cutOff);
  try {
    const done = await ingest(context, document, progress, signal);
    if (done) tell(done);
  } catch (error) {
    if (error instanceof LoadFailure) return fail({ code: error.code, message: error.message });
    const tries = await endTry(db, work, !signal.aborted);
    if (tries < MAX_TRIES) {
      tell({ outcome: 'broke' });
      throw error;
    }
    logger.error({ err: error, documentId: document.id }, 'a document was given up');
    await fail((await isGone(context, document)) ? GAVE_UP.gone : GAVE_UP.broke);
  }
};
