import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import { containing } from '../../stores/escape-like.ts';
import { countOf, pageOf } from '../../stores/page-of.ts';
import type { Database } from '../../stores/schema.ts';
import { instructionsInPassage } from '../injection/passage-without-instructions.ts';
import { chosenSentences, readQuotedAnyway } from '../injection/quoted-anyway.ts';
import type { ChunkView, DocumentView, ListQuery, Page } from '../ports.ts';
import { type DocumentRow, documentView } from './document-row.ts';

/** A document that is there; not_found for one that is not, or was removed. */
export async function findDocument(db: Kysely<Database>, id: string): Promise<DocumentRow> {
  const row = await db
    .selectFrom('documents')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('document');
  return row;
}

export async function listDocuments(
  db: Kysely<Database>,
  query: ListQuery & { status?: DocumentView['status'] },
): Promise<Page<DocumentView>> {
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
}

/** The passages of a version, also of one that is held; by default of the one that answers. */
export async function listChunks(
  db: Kysely<Database>,
  id: string,
  query: ListQuery & { version?: number },
): Promise<Page<ChunkView>> {
  const { live_version, title } = await findDocument(db, id);
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
  const mayStand = (await readQuotedAnyway(db))({ kind: 'document', id });
  const instructions = ({ heading, text }: (typeof items)[number]) => {
    const found = instructionsInPassage({ title, heading, text });
    return [...found.heading, ...found.text];
  };
  const views = items.map((chunk) => ({ ...chunk, ...chosenSentences(instructions(chunk), mayStand) }));
  return { items: views, total };
}
