import type { Generated } from 'kysely';
import type { Created, Money, OptionalTimestamp, Timestamp } from './columns.ts';

/** Desk's decisions about risky changes, and what visitors may see. */
export interface OrderTables {
  change_approvals: {
    confirmation_id: string;
    conversation_id: string;
    amount: Money | null;
    requested_at: Created;
    decided_at: Timestamp | null;
    decided_by: string | null;
    approved: boolean | null;
    note: string | null;
    /** When it was carried out and the customer was told; null after `decided_at`: that is still to be done. */
    told_at: OptionalTimestamp;
    /** The desk took a change back by itself: no customer asked for it. */
    by_desk: Generated<boolean>;
  };
  /** `variant_id` '' is any of it; told once. */
  stock_notices: {
    conversation_id: string;
    product_id: string;
    variant_id: string;
    created_at: Created;
    told_at: Timestamp | null;
  };
  lookup_tries: { key: string; at: Created };
  /** One a visitor: the order they asked for, its code, and whether they may see it. Null order: it fits none. */
  visitor_lookups: {
    visitor_id: string;
    order_id: string | null;
    code_hash: string | null;
    code_sent_at: Timestamp | null;
    code_tries: Generated<number>;
    verified: Generated<boolean>;
    expires_at: Timestamp;
  };
}
