import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { toPassage } from '../retrieval/passage-store.ts';
import { writtenWords } from '../retrieval/written-words.ts';
import type { Analyzer } from '../text/analyzer.ts';
import type { Passage } from '../types.ts';
import { conflictId } from './conflict-id.ts';
import { findContradictions } from './find-contradictions.ts';
import { copyOf, createCopyFinder } from './find-copies.ts';
import type { Conflict, ConflictSide } from './ports.ts';
import { sliced } from './sliced.ts';
import { type Statement, statementsOf } from './statements.ts';

const BATCH = 200;
/** Statements that are compared: what is beyond them is not looked at. */
const MOST_STATEMENTS = 50_000;
const QUOTE = 300;
/** Shares of the work: reading and cutting all passages takes the most of it. */
const READ = 0.7;

const side = (passage: Passage, quote: string): ConflictSide => ({
  ...{ passageId: passage.id, kind: passage.kind, documentId: passage.documentId, title: passage.title },
  ...{ page: passage.page, heading: passage.heading, language: passage.language, audience: passage.audience },
  quote: quote.slice(0, QUOTE),
});

/** All passages that answer, product rows excepted: those come from the catalogue and say the same in both languages. */
async function* livePassages(db: Kysely<Database>): AsyncGenerator<Passage[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('chunks')
      .selectAll()
      .where('live', '=', true)
      .where('source_kind', '!=', 'product')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    if (rows.length > 0) yield rows.map((row) => toPassage(row));
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function loadPassages(db: Kysely<Database>, ids: string[]): Promise<Map<string, Passage>> {
  const found = new Map<string, Passage>();
  for (let i = 0; i < ids.length; i += BATCH) {
    const rows = await db
      .selectFrom('chunks')
      .selectAll()
      .where('id', 'in', ids.slice(i, i + BATCH))
      .execute();
    for (const row of rows) if (row.live) found.set(row.id, toPassage(row));
  }
  return found;
}

/** What two statements are about, in the words of the first. */
const aboutBoth = ({ matter, quote, passage }: Statement, other: Statement): string =>
  matter.units
    .filter(({ unit }) => [...unit.concepts, ...unit.terms].some((key) => other.matter.keys.has(key)))
    .map(({ unit }) => unit.text)
    .map(writtenWords(`${quote} ${passage.title}`))
    .join(' ');

/**
 * Compares all passages with each other; `onProgress` hears shares from 0 to 1. Findings come with `dismissed: false`;
 * pairs of the same two texts in other places have the same id.
 */
export async function comparePassages(deps: {
  db: Kysely<Database>;
  analyzer: Analyzer;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}): Promise<{ conflicts: Conflict[]; passages: number }> {
  const { db, analyzer, signal, onProgress } = deps;
  const { total } = await db
    .selectFrom('chunks')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('live', '=', true)
    .where('source_kind', '!=', 'product')
    .executeTakeFirstOrThrow();
  const copies = createCopyFinder();
  const statements: Statement[] = [];
  let passages = 0;
  for await (const batch of livePassages(db)) {
    const read = function* () {
      for (const passage of batch) {
        copies.add(passage);
        if (statements.length < MOST_STATEMENTS) statements.push(...statementsOf(passage, analyzer));
        yield;
      }
    };
    await sliced(read(), signal);
    passages += batch.length;
    onProgress((READ * passages) / Math.max(Number(total), passages));
  }

  const pairs = await sliced(copies.candidates(), signal);
  onProgress((READ + 1) / 2);
  const loaded = await loadPassages(db, [...new Set(pairs.flat())]);
  const conflicts: Conflict[] = [];
  const compare = function* () {
    for (const [idA, idB] of pairs) {
      const [a, b] = [loaded.get(idA), loaded.get(idB)];
      const copy = a && b && copyOf(a, b);
      if (copy)
        conflicts.push({
          ...{ id: conflictId('duplicate', a.text, b.text), kind: 'duplicate', similarity: copy.similarity },
          ...{ a: side(a, a.text), b: side(b, b.text), about: a.heading ?? a.title, valueA: null, valueB: null },
          dismissed: false,
        });
      yield;
    }
  };
  await sliced(compare(), signal);

  for (const { a, b, valueA, valueB, similarity } of await sliced(findContradictions(statements), signal))
    conflicts.push({
      ...{ id: conflictId('contradiction', a.quote, b.quote), kind: 'contradiction', similarity, dismissed: false },
      ...{ a: side(a.passage, a.quote), b: side(b.passage, b.quote), about: aboutBoth(a, b), valueA, valueB },
    });
  onProgress(1);
  return { conflicts, passages };
}
