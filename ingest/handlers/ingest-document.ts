import { announceDocument, type DocumentRow } from '../../knowledge/documents/document-row.ts';
import { contentHash } from '../../knowledge/sources/chunk-writer.ts';
import { embedCached } from '../../knowledge/vectors/embed-cached.ts';
import { embeddingText } from '../../knowledge/vectors/embedding-text.ts';
import { showFailure, showStep } from '../document-progress.ts';
import { LoadFailure } from '../loading/load-failure.ts';
import { fetchUrl } from '../steps/fetch-url.ts';
import { loadFile } from '../steps/load.ts';
import { type Publication, publish, writePieces } from '../steps/publish.ts';
import { type Piece, split } from '../steps/split.ts';
import type { Handler, IngestContext } from './context.ts';

const MAX_TRIES = 3;
const EMBED_BATCH = 64;

type Work = { documentId: string; version: number };

/** Takes the next try of a version; undefined when there is nothing to do any more. */
async function claim({ db }: IngestContext, { documentId, version }: Work): Promise<DocumentRow | undefined> {
  return db
    .updateTable('documents')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', documentId)
    .where('version', '=', version)
    .where('deleted_at', 'is', null)
    .where('status', 'in', ['queued', 'processing'])
    .returningAll()
    .executeTakeFirst();
}

/** A web page is fetched once and then worked on like an uploaded file. */
async function fetchOnce(context: IngestContext, document: DocumentRow): Promise<DocumentRow> {
  if (!document.url || document.file_name) return document;
  const page = await fetchUrl(document.url, context.reach);
  const staged = await context.files.stage(page.bytes);
  await staged.keep(document.id, document.version, page.fileName);
  return context.db
    .updateTable('documents')
    .set({ file_name: page.fileName, mime: page.mime, content_hash: staged.hash })
    .where('id', '=', document.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Vectors of a trained model are made before the switch and kept; without them the passages are found by their words. */
async function embed(context: IngestContext, title: string, pieces: Piece[], signal: AbortSignal): Promise<void> {
  const embedder = context.embedder();
  if (!embedder.learned) return;
  const items = pieces.map((piece) => {
    const content = { title, heading: piece.heading, text: piece.text, keywords: '' };
    return { hash: contentHash(content), text: embeddingText(content) };
  });
  try {
    for (let i = 0; i < items.length; i += EMBED_BATCH)
      await embedCached(context.db, embedder, items.slice(i, i + EMBED_BATCH), signal);
  } catch (error) {
    context.logger.warn({ err: error }, 'embeddings out of reach; the vector index catches up later');
  }
}

async function ingest(context: IngestContext, row: DocumentRow, signal: AbortSignal): Promise<void> {
  const work: Work = { documentId: row.id, version: row.version };
  const { db } = context;
  await showStep(db, work, 'load');
  const document = await fetchOnce(context, row);
  const fileName = document.file_name ?? 'file';
  const path = context.files.path(document.id, document.version, fileName);
  const loaded = await loadFile({ path, fileName, mime: document.mime }, { signal });
  const pages = loaded.pages.some((page) => page.page !== null) ? loaded.pages.length : null;
  const title = document.title_given ? document.title : (loaded.title ?? fileName.replace(/\.\w{1,8}$/, ''));

  await showStep(db, work, 'split');
  const pieces = await split(loaded, document.locale);
  if (pieces.length === 0) throw new LoadFailure('no_text');
  const publication: Publication = { ...work, title, audience: document.audience, pages, pieces };
  if (!(await writePieces(db, publication))) return;

  await showStep(db, work, 'embed');
  await embed(context, title, pieces, signal);

  await showStep(db, work, 'publish');
  if (!(await publish(db, publication))) return;
  await announceDocument(db, document.id);
  await context.files.remove(document.id, document.version);
}

/** Load, split, embed, publish. A file that cannot be read ends `failed`; other errors are tried again, 3 times in all. */
export const ingestDocument: Handler<'ingest-document'> = async (work, context, signal) => {
  const document = await claim(context, work);
  if (!document) return;
  if (document.tries > MAX_TRIES) {
    await showFailure(context.db, work, {
      code: 'gave_up',
      message: `Processing broke off ${MAX_TRIES} times. Upload the file again; if that does not help, export it anew.`,
    });
    return;
  }
  try {
    await ingest(context, document, signal);
  } catch (error) {
    if (!(error instanceof LoadFailure)) throw error;
    await showFailure(context.db, work, { code: error.code, message: error.message });
  }
};
