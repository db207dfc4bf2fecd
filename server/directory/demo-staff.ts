import type { Kysely } from 'kysely';
import type { Settings } from '../../config/env.ts';
import type { Database, StaffRole } from '../../stores/schema.ts';
import { hashPassword } from './password-hash.ts';

const DOMAIN = '@demo.local';
const MEMBERS: Record<StaffRole, string> = {
  knowledge: '知识管理员 Knowledge',
  agent: '客服 Agent',
  qa: '质检 QA',
  admin: '管理员 Admin',
};
const CLOSED = '!';

/**
 * In demo mode: one account a role, `<role>@demo.local`, all with the demo password. Outside of it such accounts,
 * left from an earlier start on the same database, are closed.
 */
export async function ensureDemoStaff(
  db: Kysely<Database>,
  settings: Pick<Settings, 'demo' | 'demoPassword'>,
): Promise<void> {
  if (!settings.demo) {
    await db.updateTable('staff').set({ password_hash: CLOSED }).where('email', 'like', `%${DOMAIN}`).execute();
    return;
  }
  // One hash for all: they share the password anyway, and a start shouldn't pay for four.
  const password_hash = await hashPassword(settings.demoPassword);
  const roles = Object.keys(MEMBERS) as StaffRole[];
  await db
    .insertInto('staff')
    .values(roles.map((role) => ({ email: role + DOMAIN, name: MEMBERS[role], role, password_hash })))
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        role: eb.ref('excluded.role'),
        password_hash: eb.ref('excluded.password_hash'),
      })),
    )
    .execute();
}
