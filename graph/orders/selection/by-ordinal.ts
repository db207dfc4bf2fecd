import type { Order } from '../../../stores/orders.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/** "My last order of headphones", "the second one": one of those found. */
export function byOrdinal(orders: Order[], request: UnderstoodRequest): Order[] {
  const { ordinal, orderIds } = request.slots;
  if (!ordinal || orderIds.length > 0) return orders;
  const one = orders[ordinal.n - 1];
  return one ? [one] : orders;
}
