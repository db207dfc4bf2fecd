import type { Generated } from 'kysely';
import type { HandoffConditions, HandoffContact } from '../handoff-json.ts';
import type { Created, Json, Timestamp } from './columns.ts';

type Language = 'zh' | 'en';

/** Handoffs, and what the people at the desk work with. */
export interface DeskTables {
  handoffs: {
    id: Generated<string>;
    conversation_id: string;
    reason: string;
    summary: string;
    language: Language;
    mood: Generated<string>;
    order_ids: Generated<string[]>;
    status: Generated<'waiting' | 'claimed' | 'returned' | 'resolved' | 'cancelled'>;
    claimed_by: string | null;
    requested_at: Created;
    claimed_at: Timestamp | null;
    ended_at: Timestamp | null;
    contact: Json<HandoffContact> | null;
    learned: string | null;
    /** Name of the rule that asked for it. */
    rule: string | null;
    nudged_at: Timestamp | null;
    first_reply_at: Timestamp | null;
    ended_by: 'agent' | 'customer' | 'clock' | null;
  };
  handoff_steps: {
    id: Generated<number>;
    handoff_id: string;
    step: 'claimed' | 'transferred' | 'released' | 'nudged' | 'returned' | 'resolved' | 'cancelled';
    staff_id: string | null;
    to_staff_id: string | null;
    created_at: Created;
  };
  handoff_rules: {
    id: Generated<string>;
    name: string;
    enabled: Generated<boolean>;
    position: Generated<number>;
    action: 'handoff' | 'offer';
    conditions: Json<HandoffConditions>;
    created_at: Created;
    updated_at: Created;
  };
  canned_replies: {
    id: Generated<string>;
    shortcut: string;
    title: string;
    text: Json<{ zh?: string; en?: string }>;
    updated_at: Created;
  };
  conversation_labels: { conversation_id: string; label: string; staff_id: string | null; created_at: Created };
  staff_presence: { staff_id: string; available: Generated<boolean>; seen_at: Created };
  ratings: {
    id: Generated<string>;
    conversation_id: string;
    handoff_id: string | null;
    score: number;
    comment: string | null;
    created_at: Created;
  };
  notes: {
    id: Generated<string>;
    conversation_id: string;
    staff_id: string;
    text: string;
    /** Given by the agent's client; null: it gave none. */
    client_id: string | null;
    created_at: Created;
  };
  feedback: {
    message_id: string;
    conversation_id: string;
    rating: 'up' | 'down';
    reason: string | null;
    comment: string | null;
    created_at: Created;
  };
}
