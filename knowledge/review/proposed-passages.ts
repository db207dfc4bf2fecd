import type { Kysely } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { EVERYBODY } from '../audiences.ts';
import { findDocument } from '../documents/document-store.ts';
import { parseFaq } from '../faqs/faq-input.ts';
import { faqPassages } from '../faqs/faq-passages.ts';
import { readQuotedAnyway } from '../injection/quoted-anyway.ts';
import { toPassage } from '../retrieval/passage-store.ts';
import type { Overlay } from './overlay.ts';
import type { ChangeOfPassages } from './ports.ts';

/** Passages of a held version that are looked at. */
const MOST_PASSAGES = 5_000;
const NEW_FAQ = 'new';

/** Every passage of a source begins its id with the source's. */
const ofSource = (kind: 'document' | 'faq', id: string): Overlay['without'] => {
  const prefix = kind === 'faq' ? `faq-${id}-` : `${id}-v`;
  return (chunk) => chunk.kind === kind && chunk.id.startsWith(prefix);
};

async function findFaq(db: Kysely<Database>, id: string): Promise<void> {
  const row = await db.selectFrom('faqs').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('FAQ');
}

/** What a change would take away and bring, without making it. */
export async function proposedOverlay(db: Kysely<Database>, change: ChangeOfPassages): Promise<Overlay> {
  if (change.kind === 'remove') {
    if (change.source === 'faq') await findFaq(db, change.id);
    else await findDocument(db, change.id);
    return { without: ofSource(change.source, change.id), added: [] };
  }
  if (change.kind === 'faq') {
    const { id = NEW_FAQ } = change;
    if (change.id !== undefined) await findFaq(db, change.id);
    const added = faqPassages(id, parseFaq(change.faq)).map((row) => ({
      keywords: row.keywords ?? '',
      passage: {
        ...{
          id: `${row.id}-proposed`,
          kind: 'faq' as const,
          documentId: id,
          title: row.title,
          page: null,
          heading: null,
        },
        ...{ text: row.text, language: row.language, audience: row.audience ?? EVERYBODY },
      },
    }));
    return { without: ofSource('faq', id), added };
  }
  const document = await findDocument(db, change.id);
  const version = change.version ?? document.version;
  const rows = await db
    .selectFrom('chunks')
    .selectAll()
    .where('source_kind', '=', 'document')
    .where('source_id', '=', change.id)
    .where('version', '=', version)
    .where('deleted', '=', false)
    .orderBy('ordinal')
    .limit(MOST_PASSAGES)
    .execute();
  if (document.status !== 'review' || version !== document.version || rows.length === 0)
    throw conflict('nothing_held', 'No such version of this document is held for review.');
  // The held passages are not in the index; only the old version's are thought away.
  const mayStand = (await readQuotedAnyway(db))({ kind: 'document', id: change.id });
  const added = rows.map((row) => ({ passage: toPassage(row, mayStand), keywords: row.keywords }));
  return { without: ofSource('document', change.id), added };
}
