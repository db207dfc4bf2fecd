import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { AppError, conflict, forbidden, notFound } from '../../config/errors.ts';
import type { Database, StaffRole } from '../../stores/schema.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import type { SignedInMember } from './staff-accounts.ts';

/** An account as admins see it; times are ISO 8601. */
export interface TeamMember {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  disabled: boolean;
  createdAt: string;
  lastLoginAt: string | null;
  /** A link for a first or a new password is open until then. */
  linkUntil: string | null;
}

/** Opens the door once, to set a password. Whoever holds it is the member: it is shown once and never stored. */
export interface StaffLink {
  token: string;
  expiresAt: string;
}

/** What admins do with accounts, and what people do with their own. Changes count from the next request on. */
export interface StaffTeam {
  list(): Promise<TeamMember[]>;
  /** Without a password: nobody gets in before the link is used. AppError `known_address`. */
  add(member: { email: string; name: string; role: StaffRole }): Promise<{ member: TeamMember; link: StaffLink }>;
  /** AppError `own_account` for one's own role and closing. */
  change(
    id: string,
    change: { name: string; role: StaffRole; disabled: boolean },
    by: { id: string },
  ): Promise<TeamMember>;
  /** A new link; the one before it is void. */
  link(id: string): Promise<StaffLink>;
  /** Sets the password that the link allows; every earlier sign-in ends. AppError `link_void`. */
  redeem(token: string, password: string): Promise<SignedInMember>;
  /** A new password of one's own; every other sign-in ends. AppError `wrong_password`. */
  setPassword(id: string, passwords: { current: string; password: string }): Promise<SignedInMember>;
}

const LINK_HOURS = 48;
const NO_PASSWORD = '!';
/** Any number that nothing else locks: changes of accounts run one after another. */
const LOCK = 5_338_090;

const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

export function createStaffTeam(db: Kysely<Database>): StaffTeam {
  const select = (from: Kysely<Database> = db) =>
    from
      .selectFrom('staff as s')
      .leftJoin('staff_links as l', (join) =>
        join.onRef('l.staff_id', '=', 's.id').on('l.expires_at', '>', sql<Date>`now()`),
      )
      .select([
        's.id',
        's.email',
        's.name',
        's.role',
        's.disabled_at',
        's.created_at',
        's.last_login_at',
        'l.expires_at',
      ]);

  const find = async (id: string, from: Kysely<Database> = db): Promise<TeamMember> => {
    const row = await select(from).where('s.id', '=', id).executeTakeFirst();
    if (!row) throw notFound('account');
    return asMember(row);
  };

  async function makeLink(trx: Transaction<Database>, staffId: string): Promise<StaffLink> {
    const token = randomBytes(32).toString('base64url');
    const expires_at = new Date(Date.now() + LINK_HOURS * 3_600_000);
    await trx.deleteFrom('staff_links').where('staff_id', '=', staffId).execute();
    await trx
      .insertInto('staff_links')
      .values({ token_hash: hashToken(token), staff_id: staffId, expires_at })
      .execute();
    return { token, expiresAt: expires_at.toISOString() };
  }

  const giveIn = (trx: Kysely<Database>, id: string, password_hash: string) =>
    trx
      .updateTable('staff')
      .set((eb) => ({ password_hash, session: eb('session', '+', 1), last_login_at: sql<Date>`now()` }))
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .returning(['id', 'email', 'name', 'role', 'session'])
      .executeTakeFirst();

  return {
    list: async () => (await select().orderBy('s.disabled_at', 'desc').orderBy('s.name').execute()).map(asMember),

    add: (member) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .insertInto('staff')
          .values({ ...member, password_hash: NO_PASSWORD })
          .onConflict((known) => known.column('email').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!row) throw conflict('known_address', 'There is an account with this address already.');
        const link = await makeLink(trx, row.id);
        return { member: await find(row.id, trx), link };
      }),

    change: (id, { name, role, disabled }, by) =>
      db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
        const before = await find(id, trx);
        if (id === by.id && (role !== before.role || disabled))
          throw conflict('own_account', 'Another admin has to change your role or close your account.');
        // Two admins who close each other at once: the second one's sign-in is over by then.
        const admin = await trx
          .selectFrom('staff')
          .select('id')
          .where('id', '=', by.id)
          .where('role', '=', 'admin')
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        if (!admin) throw forbidden('This needs the role admin.');
        await trx
          .updateTable('staff')
          .set((eb) => ({
            name,
            role,
            disabled_at: disabled ? eb.fn.coalesce('disabled_at', sql<Date>`now()`) : null,
            ...(disabled && !before.disabled ? { session: eb('session', '+', 1) } : {}),
          }))
          .where('id', '=', id)
          .execute();
        if (disabled) await trx.deleteFrom('staff_links').where('staff_id', '=', id).execute();
        return find(id, trx);
      }),

    link: (id) =>
      db.transaction().execute(async (trx) => {
        if ((await find(id, trx)).disabled) throw conflict('account_closed', 'Open the account first.');
        return makeLink(trx, id);
      }),

    async redeem(token, password) {
      const hash = await hashPassword(password);
      return db.transaction().execute(async (trx) => {
        const used = await trx
          .deleteFrom('staff_links')
          .where('token_hash', '=', hashToken(token))
          .where('expires_at', '>', sql<Date>`now()`)
          .returning('staff_id')
          .executeTakeFirst();
        const member = used && (await giveIn(trx, used.staff_id, hash));
        if (!member)
          throw new AppError({
            code: 'link_void',
            status: 410,
            message: 'This link was used already or is too old; ask for a new one.',
          });
        return member;
      });
    },

    async setPassword(id, { current, password }) {
      const row = await db.selectFrom('staff').select('password_hash').where('id', '=', id).executeTakeFirst();
      if (!row || !(await verifyPassword(current, row.password_hash)))
        throw new AppError({ code: 'wrong_password', status: 403, message: 'The present password is another one.' });
      const member = await giveIn(db, id, await hashPassword(password));
      if (!member) throw notFound('account');
      return member;
    },
  };
}

function asMember(row: {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  disabled_at: Date | null;
  created_at: Date;
  last_login_at: Date | null;
  expires_at: Date | null;
}): TeamMember {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled_at !== null,
    createdAt: row.created_at.toISOString(),
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    linkUntil: row.expires_at?.toISOString() ?? null,
  };
}
