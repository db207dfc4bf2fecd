import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { conflict } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import type { MayStand } from './machine-instructions.ts';
import { readable } from './readable.ts';

const KEY = 'knowledge.quoted_anyway';
const MOST = 1_000;
const keysSchema = z.array(z.string()).catch([]);

/** What a sentence stands in. */
export interface QuotedSource {
  kind: 'document' | 'faq' | 'product';
  id: string;
}

/** A sentence of one source, however it is spaced; nothing of its text is kept. */
const keyOf = ({ kind, id }: QuotedSource, sentence: string): string =>
  createHash('sha256')
    .update(`${kind === 'document' ? id : `${kind}:${id}`}\0${readable(sentence)}`)
    .digest('hex')
    .slice(0, 32);

async function readKeys(db: Kysely<Database>): Promise<string[]> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return keysSchema.parse(row?.value);
}

/** Which sentences of a source its managers want quoted although they look like instructions to the machine. */
export async function readQuotedAnyway(db: Kysely<Database>): Promise<(source: QuotedSource) => MayStand> {
  const keys = new Set(await readKeys(db));
  return (source) => (sentence) => keys.size > 0 && keys.has(keyOf(source, sentence));
}

/** Takes a sentence in or out of those; one call at a time. conflict when there are too many. */
export async function setQuotedAnyway(
  db: Kysely<Database>,
  { source, sentence, quoted }: { source: QuotedSource; sentence: string; quoted: boolean },
): Promise<void> {
  const key = keyOf(source, sentence);
  const others = (await readKeys(db)).filter((one) => one !== key);
  if (quoted && others.length >= MOST)
    throw conflict('too_many_sentences', `No more than ${MOST} sentences can be quoted all the same.`);
  const value = JSON.stringify(quoted ? [...others, key] : others);
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((row) => row.column('key').doUpdateSet({ value }))
    .execute();
}

/** Those of sentences that look like instructions which are left out, and those that are quoted all the same. */
export function chosenSentences(
  sentences: readonly string[],
  mayStand: MayStand,
): { leftOut: string[]; quotedAnyway: string[] } {
  const { true: quotedAnyway = [], false: leftOut = [] } = Object.groupBy(sentences, (sentence) =>
    mayStand(sentence) ? 'true' : 'false',
  );
  return { leftOut, quotedAnyway };
}
