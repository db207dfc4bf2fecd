import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { badRequest, notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import { containing } from '../../stores/escape-like.ts';
import type { Notifications } from '../../stores/notifications.ts';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import type { Actor, DocumentService, DocumentView, HandedFile, IngestTrigger, NewDocument } from '../ports.ts';
import { buryChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import type { DocumentFiles } from './document-files.ts';
import { announceDocument, type DocumentRow, documentView } from './document-row.ts';
import { watchDocument } from './watch-document.ts';

/** A new version starts from here, whatever became of the one before. */
const FRESH = {
  status: 'queued',
  step: null,
  progress: 0,
  error: null,
  error_code: null,
  warnings: '[]',
  tries: 0,
  starts: 0,
  reading: null,
} as const;

/** `refresh` brings this process's index up to date before a removal returns. */
export function createDocumentService(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  files: DocumentFiles;
  trigger: IngestTrigger;
  refresh: () => Promise<void>;
  logger: Logger;
}): DocumentService {
  const { db, files, trigger } = options;

  /** The row is the truth: a job that could not be queued is queued by the worker's sweep. */
  const enqueue = async (documentId: string, version: number) => {
    await announceDocument(db, documentId);
    await trigger.ingest({ documentId, version }).catch((error: unknown) => {
      options.logger.warn(
        { err: error, documentId },
        'the ingest queue is out of reach; the document waits for the sweep',
      );
    });
  };

  const find = async (id: string): Promise<DocumentRow> => {
    const row = await db
      .selectFrom('documents')
      .selectAll()
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (!row) throw notFound('document');
    return row;
  };
  const get = async (id: string): Promise<DocumentView> => {
    const view = documentView(await find(id));
    // Who reads "ready" may ask about it at once, and this process must know.
    if (view.status === 'ready') await options.refresh();
    return view;
  };

  const create = async (input: NewDocument): Promise<DocumentView> => {
    if (input.fileName.trim() === '') throw badRequest('invalid_file', 'The file has no name.');
    const id = randomUUID();
    const staged = await files.stage(input.bytes);
    await staged.keep(id, 1, input.fileName);
    const row = await db
      .insertInto('documents')
      .values({
        id,
        title: input.title?.trim() || input.fileName,
        title_given: Boolean(input.title?.trim()),
        source: input.source,
        file_name: input.fileName,
        mime: input.mime ?? null,
        locale: input.locale ?? null,
        audience: input.audience ?? 'public',
        content_hash: staged.hash,
        bytes: staged.bytes,
        updated_by: input.by?.name ?? null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await enqueue(id, 1);
    return documentView(row);
  };

  const replace = async (id: string, file: HandedFile, options: { by?: Actor } = {}): Promise<DocumentView> => {
    await find(id);
    const staged = await files.stage(file.bytes);
    try {
      const row = await db.transaction().execute(async (trx) => {
        // The row is locked while the file takes its place, so that two replacements at once get versions of their own.
        const before = await trx
          .selectFrom('documents')
          .select('version')
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .forUpdate()
          .executeTakeFirst();
        if (!before) throw notFound('document');
        const version = before.version + 1;
        await staged.keep(id, version, file.fileName);
        const { fileName, mime = null } = file;
        return trx
          .updateTable('documents')
          .set({
            ...FRESH,
            version,
            file_name: fileName,
            mime,
            content_hash: staged.hash,
            bytes: staged.bytes,
            updated_by: options.by?.name ?? null,
            updated_at: new Date(),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
      });
      await enqueue(id, row.version);
      return documentView(row);
    } finally {
      await staged.discard();
    }
  };

  return {
    create,
    replace,
    get,
    async createFromUrl(input) {
      const url = parseUrl(input.url);
      const id = randomUUID();
      const row = await db
        .insertInto('documents')
        .values({
          id,
          title: input.title?.trim() || url.href,
          title_given: Boolean(input.title?.trim()),
          source: 'url',
          url: url.href,
          locale: input.locale ?? null,
          audience: input.audience ?? 'public',
          updated_by: input.by?.name ?? null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await enqueue(id, 1);
      return documentView(row);
    },
    async list(query = {}) {
      let found = db.selectFrom('documents').where('deleted_at', 'is', null);
      if (query.status) found = found.where('status', '=', query.status);
      if (query.q) {
        const wanted = containing(query.q);
        found = found.where((eb) =>
          eb.or([eb('title', 'ilike', wanted), eb('file_name', 'ilike', wanted), eb('url', 'ilike', wanted)]),
        );
      }
      const [rows, total] = await Promise.all([
        pageOf(found.selectAll().orderBy('created_at', 'desc').orderBy('id'), query).execute(),
        countOf(found),
      ]);
      return { items: rows.map(documentView), total };
    },
    async remove(id) {
      await changeKnowledge(db, async (trx) => {
        const gone = await trx
          .updateTable('documents')
          .set({ deleted_at: new Date(), updated_at: new Date() })
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (!gone) throw notFound('document');
        await buryChunks(trx, { kind: 'document', sourceId: id });
      });
      await announceDocument(db, id);
      await options.refresh();
      await files.remove(id).catch((error: unknown) => {
        options.logger.warn({ err: error, documentId: id }, 'files of a removed document could not be deleted');
      });
    },
    watch: (id, signal) => watchDocument({ id, signal, get, notifications: options.notifications }),
    async chunks(id, query = {}) {
      const { live_version } = await find(id);
      const version = query.version ?? live_version;
      if (version === null) return { items: [], total: 0 };
      let found = db
        .selectFrom('chunks')
        .where('source_kind', '=', 'document')
        .where('source_id', '=', id)
        .where('version', '=', version)
        .where('deleted', '=', false);
      if (query.q) found = found.where('text', 'ilike', containing(query.q));
      const columns = ['id', 'version', 'ordinal', 'page', 'heading', 'text', 'language'] as const;
      const [items, total] = await Promise.all([
        pageOf(found.select(columns).orderBy('ordinal'), query).execute(),
        countOf(found),
      ]);
      return { items, total };
    },
  };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password) return url;
  throw badRequest('invalid_url', 'The address must start with http:// or https:// and hold no password.');
}
