import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { StaffMember } from '../../conversations/ports.ts';
import type { Database } from '../../stores/schema.ts';

export type AuditDetail = Record<string, string | number | boolean>;

/** Something that somebody did. `detail` holds no customer's text and no password. */
export interface AuditEvent {
  /** As `staff.change`; see audited-routes.ts. */
  action: string;
  /** Null: a command, or nobody who signed in. */
  actor: Pick<StaffMember, 'id' | 'name' | 'role'> | null;
  subject?: { kind: string; id: string };
  detail?: AuditDetail;
}

export interface AuditEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  actorId: string | null;
  actor: string | null;
  role: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  /** What the subject is called, or was when it went; null when it has no name. */
  subject: string | null;
  detail: AuditDetail;
}

export interface AuditQuery {
  /** Entries with a smaller id. */
  before?: number | undefined;
  /** Instants, ISO 8601. */
  from?: string | undefined;
  to?: string | undefined;
  actorId?: string | undefined;
  /** An action, or the beginning of several: `staff`. */
  action?: string | undefined;
  limit: number;
}

/** Who did what when. Entries are added and never changed. */
export interface AuditLog {
  record(event: AuditEvent): Promise<void>;
  /** A sign-in that failed: recorded with the account, and only where there is one. */
  recordFailedLogin(email: string): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<AuditEntry[]>;
}

/** What the trail of knowledge's changes called the subject last: an FAQ by its question, also when it is gone. */
const lastTitle = (eb: ExpressionBuilder<Database & { a: Database['audit_log'] }, 'a'>) =>
  eb
    .selectFrom('knowledge_changes as k')
    .select('k.title')
    .whereRef('k.subject_id', '=', 'a.subject_id')
    .whereRef('k.kind', '=', 'a.subject_kind')
    .where('k.title', '!=', '')
    .orderBy('k.id', 'desc')
    .limit(1);

export const createAuditLog = (db: Kysely<Database>): AuditLog => ({
  async record({ action, actor, subject, detail = {} }) {
    await db
      .insertInto('audit_log')
      .values({
        action,
        actor_id: actor?.id ?? null,
        actor: actor?.name ?? null,
        actor_role: actor?.role ?? null,
        subject_kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        detail: JSON.stringify(detail),
      })
      .execute();
  },

  async recordFailedLogin(email) {
    await sql`
      insert into audit_log (action, subject_kind, subject_id)
      select 'login.failed', 'staff', id::text from staff where email = ${email.trim().toLowerCase()}`.execute(db);
  },

  async list({ before, from, to, actorId, action, limit }) {
    const rows = await db
      .selectFrom('audit_log as a')
      .leftJoin('staff as s', (join) =>
        join.on('a.subject_kind', '=', 'staff').on(sql`s.id::text`, '=', sql.ref('a.subject_id')),
      )
      .leftJoin('documents as d', (join) =>
        join.on('a.subject_kind', '=', 'document').onRef('d.id', '=', 'a.subject_id'),
      )
      .select(['a.id', 'a.at', 'a.actor_id', 'a.actor', 'a.actor_role', 'a.action', 'a.subject_kind', 'a.subject_id'])
      .select((eb) => ['a.detail', eb.fn.coalesce('s.name', 'd.title', lastTitle(eb)).as('subject')])
      .$if(before !== undefined, (query) => query.where('a.id', '<', before ?? 0))
      .$if(from !== undefined, (query) => query.where('a.at', '>=', sql<Date>`${from}::timestamptz`))
      .$if(to !== undefined, (query) => query.where('a.at', '<', sql<Date>`${to}::timestamptz`))
      .$if(actorId !== undefined, (query) => query.where('a.actor_id', '=', actorId ?? null))
      .$if(action !== undefined, (query) =>
        query.where((eb) =>
          eb.or([eb('a.action', '=', action ?? ''), eb(sql`split_part(a.action, '.', 1)`, '=', action)]),
        ),
      )
      .orderBy('a.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      actor: row.actor,
      role: row.actor_role,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      subject: row.subject,
      detail: row.detail,
    }));
  },
});
