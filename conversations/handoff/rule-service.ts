import { type Kysely, type Selectable, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import type { HandoffRule } from '../../graph/handoff-rules.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { storedJson } from '../stored-json.ts';

const CHANNEL = 'kefu_handoff_rules';
/** More than a team can keep in mind; all of them are looked at in every turn. */
const MOST = 200;

export interface HandoffRuleInput extends Omit<HandoffRule, 'id'> {
  enabled: boolean;
}
export interface StoredHandoffRule extends HandoffRule {
  enabled: boolean;
}

/** Managers' rules. What a turn asks, {@link inForce}, is held in memory and follows the table in every process. */
export interface HandoffRuleService {
  inForce(): readonly HandoffRule[];
  /** In their order: the first that applies counts. */
  list(): Promise<StoredHandoffRule[]>;
  create(rule: HandoffRuleInput): Promise<StoredHandoffRule>;
  update(id: string, rule: HandoffRuleInput): Promise<StoredHandoffRule>;
  remove(id: string): Promise<void>;
  /** Puts the rules into this order; those not named keep theirs, after them. */
  reorder(ids: string[]): Promise<StoredHandoffRule[]>;
}

/** {@link close} ends the listening. */
export function createHandoffRuleService(deps: {
  db: Kysely<Database>;
  notifications: Notifications;
  logger: Logger;
}): HandoffRuleService & { close(): void } {
  const { db, logger } = deps;
  let rules: StoredHandoffRule[] = [];
  let reads = 0;

  const list = async () =>
    (
      await db.selectFrom('handoff_rules').selectAll().orderBy('position').orderBy('created_at').limit(MOST).execute()
    ).map(asRule);
  const reload = async () => {
    const read = ++reads;
    const found = await list();
    // A slow look must not undo a later one.
    if (read === reads) rules = found.filter(({ enabled }) => enabled);
  };
  const close = deps.notifications.subscribe(CHANNEL, () => {
    reload().catch((error: unknown) => logger.warn({ err: error }, 'the rules for handoffs could not be read'));
  });
  const changed = async () => {
    await sql`select pg_notify(${CHANNEL}, '')`.execute(db);
    await reload();
  };
  const values = ({ name, action, conditions, enabled }: HandoffRuleInput) => ({
    name,
    action,
    enabled,
    conditions: storedJson(conditions),
  });

  return {
    inForce: () => rules,
    list,
    async create(rule) {
      const row = await db
        .insertInto('handoff_rules')
        .values((eb) => ({
          ...values(rule),
          position: eb.selectFrom('handoff_rules').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
        }))
        .returningAll()
        .executeTakeFirstOrThrow();
      await changed();
      return asRule(row);
    },
    async update(id, rule) {
      const row = await db
        .updateTable('handoff_rules')
        .set({ ...values(rule), updated_at: sql`now()` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw notFound('rule');
      await changed();
      return asRule(row);
    },
    async remove(id) {
      const row = await db.deleteFrom('handoff_rules').where('id', '=', id).returning('id').executeTakeFirst();
      if (!row) throw notFound('rule');
      await changed();
    },
    async reorder(ids) {
      await sql`
        update handoff_rules r set position = o.position
        from (
          select id, row_number() over (order by array_position(${ids}::uuid[], id), position, created_at) as position
          from handoff_rules
        ) o
        where o.id = r.id`.execute(db);
      await changed();
      return list();
    },
    close,
  };
}

const asRule = (row: Selectable<Database['handoff_rules']>): StoredHandoffRule => {
  const { id, name, action, conditions, enabled } = row;
  return { id, name, action, conditions, enabled };
};
