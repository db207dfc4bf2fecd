import type { Kysely } from 'kysely';
import { AppError, badRequest } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { checkTerm, wordKey } from './check-term.ts';
import type { TermInput } from './ports.ts';

/** An entry in a few words, for the trail of changes and for messages. */
export const titleOf = ({ zh, en }: Pick<TermInput, 'zh' | 'en'>): string => [...zh, ...en].slice(0, 4).join(' = ');

/** The entry as it is stored. Throws `invalid_term`, with the fault named. */
export function parseTerm(input: TermInput): TermInput {
  const checked = checkTerm(input);
  if ('fault' in checked) throw badRequest('invalid_term', checked.fault);
  return checked.term;
}

/**
 * A word belongs to one entry: with two, nobody could tell which of them a search goes by. Throws `term_exists` with
 * the other entry's id.
 */
export async function refuseRepeated(db: Kysely<Database>, term: TermInput, exceptId?: string): Promise<void> {
  const keys = new Set([...term.zh, ...term.en].map(wordKey));
  for (const row of await db.selectFrom('knowledge_terms').selectAll().execute()) {
    const word = [...row.zh, ...row.en].find((one) => keys.has(wordKey(one)));
    if (word === undefined || row.id === exceptId) continue;
    throw new AppError({
      code: 'term_exists',
      status: 409,
      message: `“${word}” stands in another entry (${titleOf(row)}). Add the other words there.`,
      details: { id: row.id, word },
    });
  }
}
