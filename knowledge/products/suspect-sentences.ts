import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { createBreather } from '../breather.ts';
import { cleanMarks } from '../injection/clean-marks.ts';
import { instructionsInPassage } from '../injection/passage-without-instructions.ts';
import { createSharedRun } from '../shared-run.ts';

const BATCH = 500;

/** Sentences of products' passages that look like instructions to the machine, by product, the same one once. */
export type SuspectSentences = () => Promise<Map<string, string[]>>;

const sentencesOf = (row: Parameters<typeof instructionsInPassage>[0]): string[] =>
  Object.values(instructionsInPassage(row)).flat();

/** Reads every product's passages at the first call, and what changed since at later ones. */
export function createSuspectSentences(db: Kysely<Database>): SuspectSentences {
  const found = new Map<string, { productId: string; sentences: string[] }>();
  let seen = -1;
  const reading = createSharedRun(async () => {
    const breathe = createBreather();
    const marks = await cleanMarks();
    for (;;) {
      const rows = await db
        .selectFrom('chunks')
        .select(['id', 'source_id', 'title', 'heading', 'text', 'clean_mark', 'live', 'revision'])
        .where('source_kind', '=', 'product')
        .where('revision', '>', seen)
        .orderBy('revision')
        .limit(BATCH)
        .execute();
      for (const row of rows) {
        const sentences = row.live && !marks.holds(row, row.clean_mark) ? sentencesOf(row) : [];
        if (sentences.length > 0) found.set(row.id, { productId: row.source_id, sentences });
        else found.delete(row.id);
        seen = row.revision;
        await breathe();
      }
      if (rows.length < BATCH) break;
    }
    // Rows that a purge took away leave no mark.
    const there = await db
      .selectFrom('chunks')
      .select('id')
      .where(sql<boolean>`id = any(${[...found.keys()]})`)
      .where('live', '=', true)
      .execute();
    const live = new Set(there.map(({ id }) => id));
    for (const id of found.keys()) if (!live.has(id)) found.delete(id);
  });
  return async () => {
    await reading.run();
    const products = new Map<string, string[]>();
    for (const { productId, sentences } of found.values())
      products.set(productId, [...new Set([...(products.get(productId) ?? []), ...sentences])]);
    return products;
  };
}
