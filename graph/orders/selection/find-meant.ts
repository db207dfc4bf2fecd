import type { Order } from '../../../stores/orders.ts';
import { asLangChainTool } from '../../../tools/tool.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { BranchTask } from '../../branch.ts';
import { mentionedProducts } from '../../products/meant/mentions.ts';
import type { TurnScope } from '../../scope.ts';
import { mentionOf } from '../changes/lines-said.ts';
import type { OrdersDeps } from '../orders-deps.ts';
import { withWish } from './chosen-order.ts';
import { plannedFind, suggestFind } from './plan-find.ts';
import { selectOrders } from './select-orders.ts';
import type { Selection } from './selection.ts';

/** What is wished of goods that the customer has, or will have: they are in the order that is meant. */
const OF_WHAT_IS_HAD: ReadonlySet<string> = new Set(['return_request', 'cancel_order']);

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
  const select = (asked: UnderstoodRequest, by = suggestFind(asked)) =>
    selectOrders({ request: asked, dialogue, call: by, tool, context, options });
  const inTalk = await select(request, call);
  const elsewhere = namesOther(inTalk, said) ? await select(unnumbered(request)) : undefined;
  const isElse = elsewhere?.kind === 'found' && elsewhere.exact && elsewhere.orders.every((one) => holds(one, said));
  const selection = isElse ? elsewhere : inTalk;
  scope.trace.push({
    step: 'find_orders',
    atMs: performance.now(),
    data: { call, kind: selection.kind, orders: 'orders' in selection ? selection.orders.map((o) => o.id) : [] },
  });
  return { request: isElse ? unnumbered(request) : request, selection };
}

const unnumbered = (request: UnderstoodRequest): UnderstoodRequest => ({
  ...request,
  slots: { ...request.slots, orderIds: [] },
});

/** Whether something that is named is in the order. */
const holds = ({ items }: Order, { text, slots }: UnderstoodRequest): boolean => {
  const { ids } = mentionedProducts(slots);
  const lower = text.toLowerCase();
  return items.some((item) => ids.includes(item.product_id ?? '') || mentionOf(item, lower) !== undefined);
};

/** "Just the toothbrush", said of the order that is talked about, which holds none: another is meant. */
const namesOther = (selection: Selection, said: UnderstoodRequest): boolean =>
  selection.kind === 'found' &&
  OF_WHAT_IS_HAD.has(said.intent) &&
  mentionedProducts(said.slots).ids.length > 0 &&
  said.slots.orderIds.length > 0 &&
  !said.slots.orderIds.some((id) => said.text.includes(id)) &&
  !selection.orders.some((order) => holds(order, said));

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
