import type { Kysely } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { parseTerm, refuseRepeated } from '../terms/admit-term.ts';
import type { Concept } from '../text/lexicon.ts';
import type { ChangeOfWords } from './ports.ts';

/** The shop's words once an entry is saved or forgotten. Throws as the saving would. */
export async function proposedWords(db: Kysely<Database>, change: ChangeOfWords): Promise<Concept[]> {
  const { id } = change;
  const rows = await db
    .selectFrom('knowledge_terms')
    .select(['id', 'zh', 'en'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (id !== undefined && !rows.some((row) => row.id === id)) throw notFound('entry');
  const parsed = change.kind === 'term' ? parseTerm(change.term) : undefined;
  if (parsed) await refuseRepeated(db, parsed, id);
  const saved = parsed ? [{ zh: parsed.zh, en: parsed.en }] : [];
  const others = rows.flatMap((row) => (row.id === id ? saved : [{ zh: row.zh, en: row.en }]));
  return id === undefined ? [...others, ...saved] : others;
}
