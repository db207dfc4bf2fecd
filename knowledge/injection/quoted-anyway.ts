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

/** A sentence of one document, however it is spaced; nothing of its text is kept. */
const keyOf = (documentId: string, sentence: string): string =>
  createHash('sha256')
    .update(`${documentId}\0${readable(sentence)}`)
    .digest('hex')
    .slice(0, 32);

async function readKeys(db: Kysely<Database>): Promise<string[]> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return keysSchema.parse(row?.value);
}

/** Which sentences of a document its managers want quoted although they look like instructions to the machine. */
export async function readQuotedAnyway(db: Kysely<Database>): Promise<(documentId: string) => MayStand> {
  const keys = new Set(await readKeys(db));
  return (documentId) => (sentence) => keys.size > 0 && keys.has(keyOf(documentId, sentence));
}

/** Takes a sentence in or out of those; one call at a time. conflict when there are too many. */
export async function setQuotedAnyway(
  db: Kysely<Database>,
  { documentId, sentence, quoted }: { documentId: string; sentence: string; quoted: boolean },
): Promise<void> {
  const key = keyOf(documentId, sentence);
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
