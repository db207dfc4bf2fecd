import { type Kysely, sql } from 'kysely';
import type { StaffMember } from '../../conversations/ports.ts';
import { prepared } from '../../stores/prepared.ts';
import type { Database } from '../../stores/schema.ts';
import { UNKNOWN_ACCOUNT_HASH, verifyPassword } from './password-hash.ts';

/** Somebody who just proved who they are. */
export interface SignedInMember extends StaffMember {
  /** Stands in the token. */
  session: number;
}

/** The people who work here. Read at every request of theirs, so that a changed role or a closed account counts at once. */
export interface StaffAccounts {
  /** Undefined for a closed account, and for a session that is over. */
  find(id: string, session: number): Promise<StaffMember | undefined>;
  /** Undefined for an unknown address, a closed account and a wrong password, after the same time. */
  authenticate(email: string, password: string): Promise<SignedInMember | undefined>;
}

const columns = ['id', 'email', 'name', 'role'] as const;

export function createStaffAccounts(db: Kysely<Database>): StaffAccounts {
  return {
    find: (id, session) =>
      db
        .selectFrom('staff')
        .select(columns)
        .where('id', '=', id)
        .where('session', '=', session)
        .where('disabled_at', 'is', null)
        .modifyEnd(prepared())
        .executeTakeFirst(),
    async authenticate(email, password) {
      const row = await db
        .selectFrom('staff')
        .select([...columns, 'password_hash', 'session'])
        .where('email', '=', email.trim().toLowerCase())
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      const valid = await verifyPassword(password, row?.password_hash ?? UNKNOWN_ACCOUNT_HASH);
      if (!row || !valid) return undefined;
      await db.updateTable('staff').set({ last_login_at: sql`now()` }).where('id', '=', row.id).execute();
      const { password_hash: _, ...member } = row;
      return member;
    },
  };
}
