import type { Generated } from 'kysely';
import type { Created, JsonDefault, Timestamp } from './columns.ts';

/** The people who work here, how they get in, and what they did. */
export interface StaffTables {
  staff: {
    id: Generated<string>;
    email: string;
    name: string;
    role: 'knowledge' | 'agent' | 'qa' | 'admin';
    password_hash: string;
    created_at: Created;
    disabled_at: Timestamp | null;
    last_login_at: Timestamp | null;
    session: Generated<number>;
  };
  staff_links: { token_hash: string; staff_id: string; expires_at: Timestamp };
  audit_log: {
    id: Generated<number>;
    at: Created;
    actor_id: string | null;
    actor: string | null;
    actor_role: string | null;
    action: string;
    subject_kind: string | null;
    subject_id: string | null;
    detail: JsonDefault<Record<string, string | number | boolean>>;
  };
}
