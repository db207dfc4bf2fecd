import { type Kysely, sql } from 'kysely';
import { refusedByRules } from '../../../graph/orders/propose-change.ts';
import { ordersOf } from '../../../stores/orders.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import { changedSince, isEverUndone, undoChange, undoRefused } from '../../../tools/changes/undo-change.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import type { Policy } from '../../../tools/policy/rule.ts';

/** A change of an order that was neither taken back nor takes one back. */
export interface StandingChange {
  id: number;
  customerId: string;
  orderId: string;
  action: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  at: Date;
}

/**
 * Why each of the changes can't be taken back now, in words, by its id; those without an entry can. Orders are read
 * only for what its kind and its time do not rule out.
 */
export async function undoRefusals(
  deps: { db: Kysely<Database>; policy: Policy; shop: { currency: string; timeZone: string } },
  changes: readonly StandingChange[],
  language: Language,
): Promise<Map<number, string>> {
  const { db, policy, shop } = deps;
  const refused = new Map<number, string>();
  const latest = await latestChanges(db, [...new Set(changes.map(({ orderId }) => orderId))]);
  const view: WriteView = {
    ...shop,
    language,
    policy,
    now: new Date(),
    products: [],
    paymentMethods: [],
    addresses: [],
    lastChange: null,
  };
  const left = changes.filter((change) => {
    const why = isEverUndone(change.action)
      ? (undoRefused(change, view) ?? (latest.has(change.id) ? undefined : changedSince(language)))
      : never(language);
    if (why !== undefined) refused.set(change.id, why);
    return why === undefined;
  });
  for (const [customerId, own] of Map.groupBy(left, (change) => change.customerId)) {
    const orderIds = own.map(({ orderId }) => orderId);
    const orders = await ordersOf(db, customerId, { orderIds, limit: orderIds.length }).execute();
    for (const change of own) {
      const order = orders.find(({ id }) => id === change.orderId);
      const of = order && { ...view, lastChange: change };
      const byRules = order && of && refusedByRules({ tool: undoChange, order, view: of }, false)?.text;
      const described = order && of && undoChange.describe(order, { changeId: change.id }, of);
      if (!described) refused.set(change.id, changedSince(language));
      else if (byRules !== undefined) refused.set(change.id, byRules);
      else if ('refused' in described) refused.set(change.id, described.refused);
    }
  }
  return refused;
}

const never = (language: Language): string =>
  language === 'zh' ? '这类变更不能撤销。' : 'Changes of this kind are not taken back.';

/** Of each order the change that an undo would take back. */
async function latestChanges(db: Kysely<Database>, orderIds: string[]): Promise<Set<number>> {
  if (orderIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('order_changes as c')
    .select(sql<number>`max(c.id)`.as('id'))
    .where('c.order_id', 'in', orderIds)
    .where('c.undoes', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('order_changes as u').select('u.id').whereRef('u.undoes', '=', 'c.id'))),
    )
    .groupBy('c.order_id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
