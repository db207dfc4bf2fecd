import { asLangChainTool } from '../../tools/tool.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import type { TurnScope } from '../scope.ts';
import { withWish } from './chosen-order.ts';
import type { OrdersDeps } from './orders-deps.ts';
import { selectOrders } from './select-orders.ts';
import { plannedFind, suggestFind } from './selection/plan-find.ts';
import type { Selection } from './selection/selection.ts';

/** The customer's orders that a request is about, and the request with what was wished before one was chosen. */
export async function findMeant(
  { request: said, dialogue, language }: BranchTask,
  scope: TurnScope,
  deps: Pick<OrdersDeps, 'findOrders' | 'trackShipment' | 'orderFacts' | 'options'>,
): Promise<{ request: UnderstoodRequest; selection: Selection }> {
  const context = { caller: scope.caller, language, now: scope.now };
  const wished = withWish(said, dialogue);
  const request = wished.intent === 'undo_change' ? await ofLastChange(wished, scope.caller.id, deps) : wished;
  const suggested = suggestFind(request);
  const planned = await scope.session.planTools({
    request,
    tools: [asLangChainTool(deps.findOrders, context), asLangChainTool(deps.trackShipment, context)],
    suggested: suggested ? [suggested] : [],
    history: scope.history,
    language,
  });
  const call = plannedFind(planned, suggested);
  const { findOrders: tool, options } = deps;
  const selection = await selectOrders({ request, dialogue, call, tool, context, options });
  scope.trace.push({
    step: 'find_orders',
    atMs: performance.now(),
    data: { call, kind: selection.kind, orders: 'orders' in selection ? selection.orders.map((o) => o.id) : [] },
  });
  return { request, selection };
}

/** "Undo that" is about the order that was changed last, unless it names another; its words of time name no order. */
async function ofLastChange(
  request: UnderstoodRequest,
  customerId: string,
  deps: Pick<OrdersDeps, 'orderFacts'>,
): Promise<UnderstoodRequest> {
  const slots = { ...request.slots, dates: [], products: [], categories: [], ordinal: undefined };
  const { lastChange } = await deps.orderFacts(customerId, undefined);
  const orderIds = slots.orderIds.length > 0 || !lastChange?.orderId ? slots.orderIds : [lastChange.orderId];
  return { ...request, slots: { ...slots, orderIds } };
}
