import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { badRequest } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Actor, ImportReport } from '../ports.ts';
import { checkTerm, wordKey } from './check-term.ts';
import type { TermInput } from './ports.ts';

/** All of them are read whenever words change. */
export const MOST_TERMS = 5_000;
const BATCH = 500;

interface Entry {
  id: string;
  zh: string[];
  en: string[];
  note: string | null;
  state: 'there' | 'new' | 'changed';
}

/** Entries by their words; a word that joins an entry leads to it from then on. */
function createEntries(there: Entry[]) {
  const byWord = new Map<string, Entry>();
  const learn = (entry: Entry) => {
    for (const word of [...entry.zh, ...entry.en]) byWord.set(wordKey(word), entry);
  };
  for (const entry of there) learn(entry);
  return {
    learn,
    /** Those that share a word with a row. */
    sharing: ({ zh, en }: TermInput) => new Set([...zh, ...en].flatMap((word) => byWord.get(wordKey(word)) ?? [])),
    missingFrom: (entry: Entry, words: string[]) => words.filter((word) => byWord.get(wordKey(word)) !== entry),
  };
}

/**
 * Takes a sheet in: a row that shares a word with an entry gives it its other words, one that would join two entries is
 * a fault. `replace` empties the list first. Nothing is written with `dryRun`.
 */
export async function importTerms(
  trx: Transaction<Database>,
  rows: Array<{ row: number; term: TermInput }>,
  options: { by?: Actor; replace?: boolean; dryRun?: boolean },
): Promise<ImportReport> {
  const { by, replace = false, dryRun = false } = options;
  const before = replace ? [] : await trx.selectFrom('knowledge_terms').selectAll().execute();
  const all: Entry[] = before.map(({ id, zh, en, note }) => ({ id, zh, en, note, state: 'there' }));
  const entries = createEntries(all);
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, faults: [] };

  for (const { row, term: input } of rows) {
    const checked = checkTerm(input);
    if ('fault' in checked) {
      const { fault: message, ...why } = checked;
      report.faults.push({ row, message, ...why });
      continue;
    }
    const { zh, en, note = null } = checked.term;
    const [entry, other] = entries.sharing(checked.term);
    if (entry && other) {
      const name = (one: Entry) => [...one.zh, ...one.en][0] ?? '';
      const about = `“${name(entry)}” and “${name(other)}”`;
      report.faults.push({
        ...{ row, code: 'joins_entries', about: [entry, other].map(name).join(' / ') },
        message: `It would join two entries, ${about}.`,
      });
      continue;
    }
    if (!entry) {
      const created: Entry = { id: randomUUID(), zh, en, note, state: 'new' };
      all.push(created);
      entries.learn(created);
      report.added += 1;
      continue;
    }
    const [moreZh, moreEn] = [entries.missingFrom(entry, zh), entries.missingFrom(entry, en)];
    if (moreZh.length + moreEn.length === 0) {
      report.unchanged += 1;
      continue;
    }
    entry.zh = [...entry.zh, ...moreZh];
    entry.en = [...entry.en, ...moreEn];
    if (entry.state === 'there') entry.state = 'changed';
    entries.learn(entry);
    report.updated += 1;
  }
  if (all.length > MOST_TERMS)
    throw badRequest(
      'too_many_terms',
      `There may be ${MOST_TERMS} entries, and with this sheet there would be ${all.length}.`,
    );
  if (!dryRun) await write(trx, all, { by, replace });
  return report;
}

async function write(
  trx: Transaction<Database>,
  all: Entry[],
  options: { by: Actor | undefined; replace: boolean },
): Promise<void> {
  const { by, replace } = options;
  if (replace) await trx.deleteFrom('knowledge_terms').execute();
  const updated_by = by?.name ?? null;
  const added = all
    .filter(({ state }) => state === 'new')
    .map(({ id, zh, en, note }) => ({ id, zh, en, note, updated_by }));
  for (let i = 0; i < added.length; i += BATCH)
    await trx
      .insertInto('knowledge_terms')
      .values(added.slice(i, i + BATCH))
      .execute();
  for (const { id, zh, en } of all.filter(({ state }) => state === 'changed'))
    await trx
      .updateTable('knowledge_terms')
      .set({ zh, en, updated_by, updated_at: new Date() })
      .where('id', '=', id)
      .execute();
  const changed = all.filter(({ state }) => state !== 'there').length;
  if (changed > 0 || replace)
    await recordChange(trx, { by, action: 'imported', kind: 'term', subjectId: '*', title: `${changed} entries` });
}
