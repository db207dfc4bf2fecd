import type { Kysely, Transaction } from 'kysely';
import { type Order, ordersOf } from '../stores/orders.ts';
import type { Database } from '../stores/schema.ts';
import { checkPolicy, type Policy } from './policy.ts';
import type { OrderPatch, ShopView, WriteTool } from './write-tool.ts';

export interface SettleRequest {
  confirmationId: string;
  conversationId: string;
  /** From the token: nobody else's confirmation can be settled. */
  customerId: string;
  approve: boolean;
  now: Date;
  view: ShopView;
}

export type Settled =
  | { outcome: 'done'; action: string; text: string; order: Order }
  | { outcome: 'rejected'; action: string }
  /** The shop's rules or the order's state changed since it was asked. */
  | { outcome: 'refused'; action: string; rule: string | null }
  | { outcome: 'expired' | 'missing' };

/** Settles confirmations; see {@link createConfirmationSettler}. */
export interface ConfirmationSettler {
  settle(request: SettleRequest): Promise<Settled>;
}

/**
 * Settles a confirmation once: row and order are locked, rules checked again, the change, its ledger entry and the
 * confirmation's state committed together. Asked again for the same id, it tells what was done and does nothing.
 */
export const createConfirmationSettler = (deps: {
  db: Kysely<Database>;
  tools: WriteTool[];
  policy: Policy;
}): ConfirmationSettler => {
  const byAction = new Map(deps.tools.map((tool) => [tool.action, tool]));
  return {
    settle: (request) =>
      deps.db.transaction().execute(async (trx): Promise<Settled> => {
        const row = await trx
          .selectFrom('confirmations')
          .selectAll()
          .where('id', '=', request.confirmationId)
          .where('customer_id', '=', request.customerId)
          .where('conversation_id', '=', request.conversationId)
          .forUpdate()
          .executeTakeFirst();
        const tool = row && byAction.get(row.action);
        if (!row || !tool) return { outcome: 'missing' };
        const args = tool.schema.parse(row.args);
        const order = await lockedOrder(trx, request.customerId, String(row.args.orderId));
        if (row.status === 'done' && order)
          return { outcome: 'done', action: row.action, text: tool.done(order, args, request.view), order };
        if (row.status === 'rejected') return { outcome: 'rejected', action: row.action };
        if (row.status === 'failed') return { outcome: 'refused', action: row.action, rule: null };
        const close = (
          status: 'done' | 'failed' | 'rejected' | 'expired',
          result: Record<string, unknown> | null = null,
        ) =>
          trx
            .updateTable('confirmations')
            .set({ status, settled_at: request.now, result: result === null ? null : JSON.stringify(result) })
            .where('id', '=', row.id)
            .execute();
        if (row.status === 'expired' || row.expires_at < request.now) {
          await close('expired');
          return { outcome: 'expired' };
        }
        if (!request.approve) {
          await close('rejected');
          return { outcome: 'rejected', action: row.action };
        }
        const verdict = order && checkPolicy(deps.policy, tool.policy, order, request.now, request.view.language);
        if (!order || !verdict?.allowed || tool.describe(order, args, request.view) === undefined) {
          await close('failed');
          return { outcome: 'refused', action: row.action, rule: verdict && !verdict.allowed ? verdict.rule : null };
        }
        const patch = tool.patch(order, args, request.now);
        await store(trx, order, patch);
        await trx
          .insertInto('order_changes')
          .values({
            confirmation_id: row.id,
            order_id: order.id,
            customer_id: request.customerId,
            action: row.action,
            before: JSON.stringify(pick(order, patch)),
            after: JSON.stringify(patch),
          })
          .execute();
        await close('done', { orderId: order.id });
        const after = (await lockedOrder(trx, request.customerId, order.id)) ?? order;
        return { outcome: 'done', action: row.action, text: tool.done(after, args, request.view), order: after };
      }),
  };
};

async function lockedOrder(
  trx: Transaction<Database>,
  customerId: string,
  orderId: string,
): Promise<Order | undefined> {
  await trx
    .selectFrom('orders')
    .select('id')
    .where('id', '=', orderId)
    .where('customer_id', '=', customerId)
    .forUpdate()
    .execute();
  return ordersOf(trx, customerId, { orderIds: [orderId], limit: 1 }).executeTakeFirst();
}

const pick = (order: Order, patch: OrderPatch): Record<string, unknown> =>
  Object.fromEntries((Object.keys(patch) as Array<keyof OrderPatch>).map((key) => [key, order[key]]));

const store = (trx: Transaction<Database>, order: Order, patch: OrderPatch) =>
  trx
    .updateTable('orders')
    .set({
      ...(patch.status ? { status: patch.status } : {}),
      ...(patch.shipping_address === undefined ? {} : { shipping_address: JSON.stringify(patch.shipping_address) }),
      ...(patch.refunds ? { refunds: JSON.stringify(patch.refunds) } : {}),
      ...(patch.invoices ? { invoices: JSON.stringify(patch.invoices) } : {}),
      ...(patch.extra ? { extra: JSON.stringify(patch.extra) } : {}),
    })
    .where('id', '=', order.id)
    .execute();
