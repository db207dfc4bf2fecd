import type { Generated } from 'kysely';
import type { LocalText } from '../schema.ts';
import type { Created, Json, Timestamp } from './columns.ts';

/** A change that the shop's own system was asked to carry out, and what the ledger shall say of it. */
export interface ChangeIntent {
  /** ISO 8601: when it was asked first. */
  at: string;
  /** `customer`, or the id of the member of staff who approved it. */
  actor: string;
  /** What it sets; its shape is the write tools' (tools/changes/write-tool.ts). */
  patch: Record<string, unknown>;
  before: Record<string, unknown>;
  /** The ledger's entry that it takes back. */
  undoes: number | null;
  /** A no came afterwards: it is not asked again unless somebody says yes. */
  withdrawn?: true;
  /** The shop's system was asked and did not answer: it may have done it. */
  unanswered?: true;
}

/** Changes of orders and of customers' data: those put to a customer, and those that were made. */
export interface ChangeTables {
  confirmations: {
    id: Generated<string>;
    conversation_id: string;
    customer_id: string;
    /** Null: an agent proposed it. */
    turn_id: string | null;
    /** The agent at the desk who proposed it; null: the customer asked the bot for it. */
    proposed_by: string | null;
    action: string;
    args: Json<Record<string, unknown>>;
    summary: Json<LocalText>;
    changes: Json<Array<{ field: string; from: unknown; to: unknown; kind?: 'fee' | 'refund' | 'charge' }>>;
    status: Generated<'pending' | 'approved' | 'awaiting_approval' | 'done' | 'failed' | 'rejected' | 'expired'>;
    expires_at: Timestamp;
    settled_at: Timestamp | null;
    result: Json<Record<string, unknown>> | null;
    /** What the shop's own system was asked to do and has not answered: it may have done it. */
    intent: Json<ChangeIntent> | null;
    created_at: Created;
  };
  order_changes: {
    id: Generated<number>;
    confirmation_id: string;
    /** Null: a change of the customer's own data. */
    order_id: string | null;
    customer_id: string;
    action: string;
    before: Json<Record<string, unknown>>;
    after: Json<Record<string, unknown>>;
    turn_id: string | null;
    /** `customer`, or the id of the member of staff who approved it. */
    actor: Generated<string>;
    reason: string | null;
    /** The change that this one takes back. */
    undoes: number | null;
    created_at: Created;
  };
}
