import { type Kysely, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import type { StaffMember } from '../ports.ts';

/** Labels that agents give conversations, to find and count them by. */
export interface ConversationLabels {
  /** Those in use, the most used first. */
  known(): Promise<Array<{ label: string; count: number }>>;
  /** Exactly these from now on; who gave those that stay is kept. */
  set(conversationId: string, labels: string[], staff: StaffMember): Promise<string[]>;
}

const KNOWN = 200;

export function createConversationLabels(db: Kysely<Database>): ConversationLabels {
  return {
    known: async () =>
      (
        await db
          .selectFrom('conversation_labels')
          .select((eb) => ['label', eb.fn.countAll<number>().as('count')])
          .groupBy('label')
          .orderBy('count', 'desc')
          .orderBy('label')
          .limit(KNOWN)
          .execute()
      ).map(({ label, count }) => ({ label, count: Number(count) })),
    async set(conversationId, labels, staff) {
      const wanted = [...new Set(labels)];
      await db.transaction().execute(async (trx) => {
        const found = await trx
          .selectFrom('conversations')
          .select('id')
          .where('id', '=', conversationId)
          .forUpdate()
          .executeTakeFirst();
        if (!found) throw notFound('conversation');
        await sql`delete from conversation_labels
          where conversation_id = ${conversationId} and not label = any(${wanted}::text[])`.execute(trx);
        if (wanted.length > 0) {
          await trx
            .insertInto('conversation_labels')
            .values(wanted.map((label) => ({ conversation_id: conversationId, label, staff_id: staff.id })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
      return wanted;
    },
  };
}
