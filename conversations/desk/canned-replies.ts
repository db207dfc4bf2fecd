import { type Kysely, type Selectable, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { storedJson } from '../stored-json.ts';

/** A reply that agents need again and again; `shortcut` is typed after a slash. */
export interface CannedReplyInput {
  shortcut: string;
  title: string;
  text: { zh?: string | undefined; en?: string | undefined };
}
export interface CannedReply extends CannedReplyInput {
  id: string;
}

const MOST = 500;
const UNIQUE_VIOLATION = '23505';

export interface CannedReplies {
  list(): Promise<CannedReply[]>;
  create(reply: CannedReplyInput): Promise<CannedReply>;
  update(id: string, reply: CannedReplyInput): Promise<CannedReply>;
  remove(id: string): Promise<void>;
}

export function createCannedReplies(db: Kysely<Database>): CannedReplies {
  const values = ({ shortcut, title, text }: CannedReplyInput) => ({
    shortcut: shortcut.toLowerCase(),
    title,
    text: storedJson(text),
  });
  return {
    list: async () =>
      (await db.selectFrom('canned_replies').selectAll().orderBy('shortcut').limit(MOST).execute()).map(asReply),
    create: async (reply) =>
      asReply(
        await db
          .insertInto('canned_replies')
          .values(values(reply))
          .returningAll()
          .executeTakeFirstOrThrow()
          .catch(rethrow(reply)),
      ),
    async update(id, reply) {
      const row = await db
        .updateTable('canned_replies')
        .set({ ...values(reply), updated_at: sql`now()` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
        .catch(rethrow(reply));
      if (!row) throw notFound('canned reply');
      return asReply(row);
    },
    async remove(id) {
      const row = await db.deleteFrom('canned_replies').where('id', '=', id).returning('id').executeTakeFirst();
      if (!row) throw notFound('canned reply');
    },
  };
}

const asReply = ({ id, shortcut, title, text }: Selectable<Database['canned_replies']>): CannedReply => ({
  id,
  shortcut,
  title,
  text,
});

const rethrow =
  ({ shortcut }: CannedReplyInput) =>
  (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
      throw conflict('shortcut_taken', `Another reply has the shortcut /${shortcut}.`);
    }
    throw error;
  };
