import type { Generated } from 'kysely';
import type { Counter, Created, Timestamp } from './columns.ts';

/** People who write from other places than the widget. */
export interface ChannelTables {
  channel_threads: {
    conversation_id: string;
    channel: string;
    person_id: string;
    delivered_seq: Counter;
    hold_until: Timestamp | null;
    failed: Generated<number>;
    due_at: Created;
    last_error: string | null;
    created_at: Created;
  };
}
