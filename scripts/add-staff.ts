/** `npm run staff -- EMAIL NAME ROLE`: adds a member of staff, or gives an existing one a new password and role. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readSettings } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { createAuditLog } from '../server/audit/audit-log.ts';
import { hashPassword } from '../server/directory/password-hash.ts';
import { staffRoleSchema } from '../server/schemas/people.ts';
import { openDatabase } from '../stores/database.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';

const member = z
  .object({ email: z.email().toLowerCase(), name: z.string().trim().min(1), role: staffRoleSchema })
  .safeParse(Object.fromEntries(['email', 'name', 'role'].map((key, i) => [key, process.argv[i + 2]])));
const settings = readSettings();
const url = settings.databaseUrl ?? runningPostgresUrl(settings.dataDir);

if (!member.success || !url) {
  const roles = staffRoleSchema.options.join(', ');
  console.error(
    member.success
      ? 'No database: start Kefu first, with the same KEFU_DATA_DIR, or set DATABASE_URL.'
      : `npm run staff -- EMAIL NAME ROLE, with one of the roles ${roles}\n${z.prettifyError(member.error)}`,
  );
  process.exit(2);
}

const password = randomBytes(12).toString('base64url');
const database = openDatabase({ url, logger: createLogger(settings), max: 1 });
try {
  const row = { ...member.data, password_hash: await hashPassword(password), disabled_at: null };
  await database.db
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet((eb) => ({ ...row, session: eb('staff.session', '+', 1) })),
    )
    .execute();
  await createAuditLog(database.db).record({ action: 'staff.command', actor: null, detail: { role: row.role } });
  console.log(`${row.email} (${row.role})  password ${password}`);
} finally {
  await database.close();
}
