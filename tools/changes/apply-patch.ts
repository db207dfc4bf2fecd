import type { Transaction } from 'kysely';
import type { Order } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import type { OrderPatch } from './write-tool.ts';

/** Stores what a change sets of an order and its lines. */
export async function patchOrder(trx: Transaction<Database>, order: Order, patch: OrderPatch): Promise<void> {
  const set = {
    ...(patch.status ? { status: patch.status } : {}),
    ...(patch.total === undefined ? {} : { total: patch.total }),
    ...(patch.shipping_address === undefined ? {} : { shipping_address: JSON.stringify(patch.shipping_address) }),
    ...(patch.payments ? { payments: JSON.stringify(patch.payments) } : {}),
    ...(patch.refunds ? { refunds: JSON.stringify(patch.refunds) } : {}),
    ...(patch.invoices ? { invoices: JSON.stringify(patch.invoices) } : {}),
    ...(patch.extra ? { extra: JSON.stringify(patch.extra) } : {}),
  };
  if (Object.keys(set).length > 0) await trx.updateTable('orders').set(set).where('id', '=', order.id).execute();
  if (!patch.items) return;
  await trx.deleteFrom('order_items').where('order_id', '=', order.id).execute();
  if (patch.items.length > 0)
    await trx
      .insertInto('order_items')
      .values(patch.items.map((item) => ({ ...item, order_id: order.id, name: JSON.stringify(item.name) })))
      .execute();
}

/** Stores what a change sets of the customer. */
export async function patchCustomer(trx: Transaction<Database>, customerId: string, patch: OrderPatch): Promise<void> {
  const set = {
    ...(patch.addresses ? { addresses: JSON.stringify(patch.addresses) } : {}),
    ...(patch.paymentMethods ? { payment_methods: JSON.stringify(patch.paymentMethods) } : {}),
  };
  if (Object.keys(set).length > 0) await trx.updateTable('customers').set(set).where('id', '=', customerId).execute();
}
