import type { Kysely } from 'kysely';
import type { StaffMember } from '../../conversations/ports.ts';
import type { Database } from '../../stores/schema.ts';
import { UNKNOWN_ACCOUNT_HASH, verifyPassword } from './password-hash.ts';

/** The people who work here. Read at every request of theirs, so that a changed role counts at once. */
export interface StaffAccounts {
  find(id: string): Promise<StaffMember | undefined>;
  /** Undefined for an unknown address and for a wrong password, after the same time. */
  authenticate(email: string, password: string): Promise<StaffMember | undefined>;
}

export function createStaffAccounts(db: Kysely<Database>): StaffAccounts {
  const columns = ['id', 'email', 'name', 'role'] as const;
  return {
    find: (id) => db.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst(),
    async authenticate(email, password) {
      const row = await db
        .selectFrom('staff')
        .select([...columns, 'password_hash'])
        .where('email', '=', email.trim().toLowerCase())
        .executeTakeFirst();
      const valid = await verifyPassword(password, row?.password_hash ?? UNKNOWN_ACCOUNT_HASH);
      if (!row || !valid) return undefined;
      return { id: row.id, email: row.email, name: row.name, role: row.role };
    },
  };
}
