import type { Transaction } from 'kysely';
import { type Order, ordersOf } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import type { WriteTool } from '../changes/write-tool.ts';
import type { ConfirmationRow } from './confirmation-row.ts';
import { type PlannedChange, plannedChange } from './planned-change.ts';
import type { SettleRequest } from './settled.ts';

/** A confirmation and its order, both locked until the transaction ends; no order: it changes the customer. */
export interface LockedConfirmation {
  row: ConfirmationRow;
  order: Order | undefined;
  change: PlannedChange;
}

/** Undefined: the customer has no such confirmation, or no tool does what it asks. */
export async function lockConfirmation(
  trx: Transaction<Database>,
  tools: ReadonlyMap<string, WriteTool>,
  request: SettleRequest,
): Promise<LockedConfirmation | undefined> {
  const row = await trx
    .selectFrom('confirmations')
    .selectAll()
    .where('id', '=', request.confirmationId)
    .where('customer_id', '=', request.customerId)
    .where('conversation_id', '=', request.conversationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { orderId } = row.args;
  const order = typeof orderId === 'string' ? await lockOrder(trx, request.customerId, orderId) : undefined;
  const change = plannedChange(tools, row, order);
  return change && { row, order, change };
}

/** The customer's order as it stands now. */
export async function lockOrder(
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
