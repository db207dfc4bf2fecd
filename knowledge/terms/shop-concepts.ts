import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { Concept } from '../text/lexicon.ts';

/** The words that the shop's managers have taught, as entries of the lexicon. */
export const shopConcepts = (db: Kysely<Database>): Promise<Concept[]> =>
  db.selectFrom('knowledge_terms').select(['zh', 'en']).orderBy('created_at').orderBy('id').execute();
