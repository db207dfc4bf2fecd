import type { Kysely } from 'kysely';
import { conflict } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { readQuotedAnyway } from '../injection/quoted-anyway.ts';
import { changedConcepts } from '../lexical/touched-chunks.ts';
import { toPassage } from '../retrieval/passage-store.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { type Concept, learnLexicon } from '../text/lexicon.ts';
import type { Overlay } from './overlay.ts';

/** Passages with changed words that are read again. */
const MOST_TOUCHED = 5_000;
const BATCH = 500;

/** What another lexicon would change: the passages in which one of its changed words stands, read with the new words. */
export async function wordsOverlay(options: {
  db: Kysely<Database>;
  index: { concepts(): readonly Concept[]; touched(changed: Concept[], most: number): Set<string> | undefined };
  concepts: readonly Concept[];
}): Promise<Overlay> {
  const { db, index, concepts } = options;
  const ids = index.touched(changedConcepts(index.concepts(), concepts), MOST_TOUCHED);
  if (!ids)
    throw conflict(
      'too_common',
      `These words stand in more than ${MOST_TOUCHED} passages: too many to try out. They can be saved all the same.`,
    );
  const quoted = await readQuotedAnyway(db);
  const added: Overlay['added'] = [];
  const list = [...ids];
  for (let at = 0; at < list.length; at += BATCH) {
    const rows = await db
      .selectFrom('chunks')
      .selectAll()
      .where('live', '=', true)
      .where('id', 'in', list.slice(at, at + BATCH))
      .execute();
    for (const row of rows) {
      const passage = toPassage(row, quoted({ kind: row.source_kind, id: row.source_id }));
      if (passage.text !== '') added.push({ passage, keywords: row.keywords });
    }
  }
  return { without: ({ id }) => ids.has(id), added, analyzer: createAnalyzer(await learnLexicon(concepts)) };
}
