import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Database } from '../stores/schema.ts';
import { statusNow } from './confirmation-view.ts';
import { asCustomerWrites } from './handoff/tell-customer.ts';
import type { ConfirmationOutcome, ConversationView, MessageView } from './ports.ts';

/** What a row's `result` may hold that the customer is told. */
const resultSchema = z.object({
  ended: z.enum(['replaced', 'person', 'closed', 'withdrawn']).optional().catch(undefined),
  rule: z.string().nullish().catch(null),
  shop: z.enum(['unavailable', 'refused']).optional().catch(undefined),
});

/** What became of the changes that messages put to the customer, by the confirmation's id; one look-up by key. */
export async function outcomesOf(db: Kysely<Database>, messages: MessageView[]): Promise<ConversationView['outcomes']> {
  const ids = messages.flatMap(({ confirmation, result }) => confirmation?.id ?? result?.confirmation?.id ?? []);
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('confirmations as f')
    .innerJoin('conversations as c', 'c.id', 'f.conversation_id')
    .leftJoin('change_approvals as a', 'a.confirmation_id', 'f.id')
    .select([
      'f.id',
      'f.status',
      'f.expires_at',
      'f.settled_at',
      'f.result',
      'f.intent',
      'a.decided_at',
      'a.approved',
      'a.note',
    ])
    .select('c.dialogue')
    .where('f.id', 'in', ids)
    .execute();
  const entries = rows.map(async (row) => {
    const outcome = outcomeOf(row);
    const note = outcome.note && (await asCustomerWrites(row.dialogue, outcome.note));
    return [row.id, { ...outcome, note }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

type Row = Pick<Selectable<Database['confirmations']>, 'status' | 'expires_at' | 'settled_at' | 'result' | 'intent'> & {
  decided_at: Date | null;
  approved: boolean | null;
  note: string | null;
};

/** Asked for and not answered, whatever else became of the question; while the first answer is awaited, that is said. */
const mayBeDone = (intent: Row['intent'], status: Row['status']): boolean =>
  intent !== null && (status !== 'approved' || intent.unanswered === true || intent.withdrawn === true);

/** How one stands, and all that is known of how it came to that. */
export function outcomeOf(row: Row): ConfirmationOutcome {
  const status = statusNow(row);
  const { ended, rule, shop } = resultSchema.catch({}).parse(row.result ?? {});
  const isSettled = status === 'done' || status === 'rejected';
  const settledBy = row.decided_at === null ? 'customer' : 'colleague';
  const outcome: Omit<ConfirmationOutcome, 'note' | 'shop'> = {
    status,
    at: endOf(row, status)?.toISOString() ?? null,
    by: isSettled ? settledBy : null,
    ended: status === 'expired' ? (ended ?? 'time') : null,
  };
  if (isSettled)
    return { ...outcome, note: status === 'rejected' && settledBy === 'colleague' ? row.note : null, shop: null };
  return {
    ...outcome,
    note: status === 'failed' ? (rule ?? null) : null,
    shop: mayBeDone(row.intent, status) ? 'in_doubt' : (status === 'pending' && shop) || null,
  };
}

function endOf(row: Row, status: Row['status']): Date | null {
  if (status === 'pending') return null;
  return row.decided_at ?? row.settled_at ?? (status === 'expired' ? row.expires_at : null);
}
