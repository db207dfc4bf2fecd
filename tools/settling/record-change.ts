import type { Transaction } from 'kysely';
import type { Order } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { patchCustomer, patchOrder } from '../changes/apply-patch.ts';
import type { OrderPatch } from '../changes/write-tool.ts';
import { close, type Intent } from './confirmation-row.ts';
import { type LockedConfirmation, lockOrder } from './lock-confirmation.ts';
import type { Settled, SettleRequest } from './settled.ts';

/** Writes the change, its entry in the ledger and the confirmation's end. */
export async function recordChange(
  trx: Transaction<Database>,
  found: LockedConfirmation,
  request: SettleRequest,
  { actor, before, undoes, patch: meant }: Intent,
): Promise<Settled> {
  const { row, order } = found;
  const patch = meant as OrderPatch;
  if (order) await patchOrder(trx, order, patch);
  await patchCustomer(trx, request.customerId, patch);
  await trx
    .insertInto('order_changes')
    .values({
      confirmation_id: row.id,
      order_id: order?.id ?? null,
      customer_id: request.customerId,
      action: row.action,
      before: JSON.stringify(before),
      after: JSON.stringify(patch),
      turn_id: row.turn_id,
      actor,
      reason: typeof row.args.reason === 'string' ? row.args.reason : null,
      undoes,
    })
    .execute();
  await close(trx, row, request.now, 'done', { orderId: order?.id ?? null });
  // Read back: what is told is what stands there now.
  const after = order && (await lockOrder(trx, request.customerId, order.id));
  return { ...toldDone(found, after ?? order, request), repeated: false };
}

/** What the customer is told of a change that was made; `order` as it stands now. */
export const toldDone = ({ row, change }: LockedConfirmation, order: Order | undefined, { view }: SettleRequest) => ({
  outcome: 'done' as const,
  action: row.action,
  text: change.done(order, view),
  order: order ?? null,
});
