import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../stores/schema.ts';
import type { Concept } from '../text/lexicon.ts';

const KEY = 'vector-words';

const recordSchema = z.object({
  collection: z.string(),
  concepts: z.array(z.object({ zh: z.array(z.string()), en: z.array(z.string()) })),
});

/** With which words the vectors of a collection were made: one row in PostgreSQL, which outlives a kill. */
export interface VectorWords {
  /** Undefined when nothing is known of this collection. */
  read(collection: string): Promise<Concept[] | undefined>;
  write(collection: string, concepts: readonly Concept[]): Promise<void>;
}

/** `server` sets apart the Chroma servers of one database. */
export function createVectorWords({ db, server }: { db: Kysely<Database>; server: string }): VectorWords {
  const key = `${KEY}-${server}`;
  return {
    async read(collection) {
      const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
      const record = recordSchema.safeParse(row?.value).data;
      return record?.collection === collection ? record.concepts : undefined;
    },
    async write(collection, concepts) {
      const value = JSON.stringify({ collection, concepts });
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
  };
}
