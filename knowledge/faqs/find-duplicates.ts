import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { FaqDuplicate, FaqInput } from '../ports.ts';
import type { Analyzer } from '../text/analyzer.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { likeness, matterOf } from '../text/likeness.ts';
import type { Retriever } from '../types.ts';
import { questionKey, wordingsOf } from './faq-input.ts';

/** Wordings that are looked for; further ones are close to these. */
const WORDINGS = 8;
const CANDIDATES = 10;
const SHOWN = 5;
/** From here on two questions ask the same. */
const SAME = 0.8;

/** FAQs that ask the same in other words: the search names candidates, their questions are compared one with one. */
export async function findDuplicates(
  faq: Pick<FaqInput, 'question' | 'variants'>,
  deps: { db: Kysely<Database>; retriever: Retriever; analyzer: Analyzer; exceptId?: string },
): Promise<FaqDuplicate[]> {
  const { db, retriever, analyzer, exceptId } = deps;
  const wordings = wordingsOf(faq).slice(0, WORDINGS);
  const found = await Promise.all(
    wordings.map((query) => retriever.search({ query, language: guessLanguage(query), k: CANDIDATES, kinds: ['faq'] })),
  );
  const ids = new Set(found.flatMap(({ hits }) => hits.map((hit) => hit.documentId)));
  ids.delete(exceptId ?? '');
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('faqs')
    .select(['id', 'question', 'variants'])
    .where('id', 'in', [...ids])
    .execute();
  const compared = (text: string) => ({ key: questionKey(text), matter: matterOf(text, analyzer) });
  const ours = wordings.map(compared);
  return rows
    .map(({ id, question, variants }) => {
      let similarity = 0;
      for (const theirs of wordingsOf({ question, variants }).map(compared))
        for (const one of ours)
          similarity = Math.max(similarity, one.key === theirs.key ? 1 : likeness(one.matter, theirs.matter) * 0.99);
      return { id, question, similarity };
    })
    .filter(({ similarity }) => similarity >= SAME)
    .sort((a, b) => b.similarity - a.similarity || a.id.localeCompare(b.id))
    .slice(0, SHOWN);
}
