import { announceDocument, type DocumentRow } from '../../knowledge/documents/document-row.ts';
import { holdVersion, publishVersion } from '../../knowledge/documents/publish-version.ts';
import { createDocumentProgress, type DocumentProgress, showFailure } from '../document-progress.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { embedPieces } from '../steps/embed.ts';
import { fetchOnce } from '../steps/fetch-once.ts';
import { writePieces } from '../steps/write-pieces.ts';
import { beginTry, endTry, GAVE_UP, MAX_STARTS, MAX_TRIES } from '../tries.ts';
import type { Handler, IngestContext } from './context.ts';

/** Reads the file and writes its pieces. False: the version is of no use any more. */
async function read(
  context: IngestContext,
  row: DocumentRow,
  progress: DocumentProgress,
  signal: AbortSignal,
): Promise<boolean> {
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
  return writePieces(context.db, { documentId, version, audience, reading });
}

/** Each step leaves its result in PostgreSQL, and a run that broke off goes on behind the last one that did. */
async function ingest(context: IngestContext, row: DocumentRow, signal: AbortSignal): Promise<void> {
  const { db } = context;
  const { id: documentId, version } = row;
  const progress = createDocumentProgress(db, { documentId, version });
  if (row.reading?.version !== version && !(await read(context, row, progress, signal))) return;

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
    return announceDocument(db, documentId);
  }
  if (!(await publishVersion(db, documentId, version))) return;
  await announceDocument(db, documentId);
  await context.files.remove(documentId, version);
}

/** Read, embed, publish or hold for review. A file that cannot be read ends `failed`; other errors are tried again, 3 times in all. */
export const ingestDocument: Handler<'ingest-document'> = async (work, context, signal) => {
  const { db } = context;
  const document = await beginTry(db, work);
  if (!document) return;
  if (document.starts > MAX_STARTS) return showFailure(db, work, GAVE_UP.cutOff);
  try {
    await ingest(context, document, signal);
  } catch (error) {
    if (error instanceof LoadFailure) return showFailure(db, work, { code: error.code, message: error.message });
    const tries = await endTry(db, work, !signal.aborted);
    if (tries < MAX_TRIES) throw error;
    context.logger.error({ err: error, documentId: document.id }, 'a document was given up');
    await showFailure(db, work, GAVE_UP.broke);
  }
};
