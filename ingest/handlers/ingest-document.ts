import type { DocumentRow } from '../../knowledge/documents/document-row.ts';
import { keptVersions } from '../../knowledge/documents/old-versions.ts';
import { holdVersion, publishVersion } from '../../knowledge/documents/publish-version.ts';
import { createDocumentProgress, type DocumentProgress, showFailure } from '../document-progress.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { embedPieces } from '../steps/embed.ts';
import { fetchOnce } from '../steps/fetch-once.ts';
import { writePieces } from '../steps/write-pieces.ts';
import { beginTry, endTry, GAVE_UP, MAX_STARTS, MAX_TRIES } from '../tries.ts';
import type { FileObservation, Handler, IngestContext } from './context.ts';

interface Done {
  outcome: 'ready' | 'review';
  pages: number | null;
}

/** Reads the file and writes its pieces. Undefined: the version is of no use any more. */
async function read(
  context: IngestContext,
  row: DocumentRow,
  progress: DocumentProgress,
  signal: AbortSignal,
): Promise<Pick<Done, 'pages'> | undefined> {
  await progress.begin('load');
  const document = await fetchOnce(context, row);
  const fileName = document.file_name ?? 'file';
  const path = context.files.path(document.id, document.version, fileName);
  const title = document.title_given ? document.title : null;
  const reading = await context.readers.read(
    { path, fileName, mime: document.mime, locale: document.locale, title },
    { signal, onPage: (done, of) => progress.share(done / of, of) },
  );
  await progress.begin('split');
  const { id: documentId, version, audience } = document;
  return (await writePieces(context.db, { documentId, version, audience, reading })) ? reading : undefined;
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
  const reading = row.reading?.version === version ? row.reading : await read(context, row, progress, signal);
  if (!reading) return undefined;
  const { pages } = reading;

  const embedder = context.embedder();
  if (embedder.learned) {
    await progress.begin('embed');
    // Without vectors the passages are found by their words, until the index catches up.
    await embedPieces({ db, embedder, documentId, version, signal, onBatch: progress.share }).catch((error: unknown) =>
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
  const keep = [version, ...(await keptVersions(db, documentId))];
  await context.files.remove(documentId, { keep, upTo: version });
  return { outcome: 'ready', pages };
}

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
    await fail(GAVE_UP.broke);
  }
};
