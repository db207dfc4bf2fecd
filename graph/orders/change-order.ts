import type { Order } from '../../stores/orders.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import { isCarriedOut } from '../../tools/policy/check.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { type BranchReply, type BranchTask, say } from '../branch.ts';
import type { Dialogue } from '../dialogue.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import type { TurnScope } from '../scope.ts';
import type { Change } from './changes/change.ts';
import { makeChange } from './changes/make-change.ts';
import { wishedChange } from './changes/wished-change.ts';
import { shipmentLines } from './describe-order.ts';
import { dropsLine } from './drops-line.ts';
import type { OrdersDeps } from './orders-deps.ts';
import { withoutChoice } from './selection/chosen-order.ts';
import { wayOut } from './way-out.ts';
import { wishesMoneyBack } from './wishes-money-back.ts';

/** A change that is wished for an order, and the request in its words. */
export interface ChangeWished {
  change: Change;
  request: UnderstoodRequest;
}

/** The change of an order that a request wishes for; undefined: none, or none that could be made of such an order. */
export function changeOf(
  request: UnderstoodRequest,
  order: Order,
  { dialogue, policy }: { dialogue: Dialogue; policy: Policy },
): ChangeWished | undefined {
  const asked = wishesMoneyBack(request, order)
    ? { ...request, intent: 'return_request' }
    : dropsLine(request, order)
      ? { ...request, intent: 'change_items' }
      : withoutChoice(request, dialogue);
  const change = wishedChange(asked, order, dialogue.askedSlot);
  if (!change || (change.tool.action === 'urge_delivery' && !isUrgeable(order, policy))) return undefined;
  return { change, request: asked };
}

/** Once a day, and only where the shop still has something to hurry. */
const isUrgeable = (order: Order, policy: Policy): boolean =>
  isCarriedOut(policy, 'urge_delivery') &&
  policy.rules.urge.allowed &&
  policy.rules.urge.allowedStatuses.includes(order.status);

/** Puts a change of the first order to the customer; those of the others come after it ("cancel both"). */
export async function changeOrder(
  task: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  {
    wished: { change, request },
    order,
    others,
    view,
    deps,
  }: { wished: ChangeWished; order: Order; others: readonly Order[]; view: ShopView; deps: OrdersDeps },
): Promise<BranchReply> {
  const facts = await deps.orderFacts(scope.caller.id, order);
  const opening = change.tool.action === 'urge_delivery' ? `${shipmentLines(order, view).join('\n')}\n` : '';
  const made = makeChange({ ...task, request }, scope, writer, {
    change,
    order,
    view: { ...view, ...facts, policy: deps.policy, now: scope.now },
    options: deps.options,
    opening,
  });
  const upNext = others.map(({ id }) => ({ intent: request.intent, text: request.text, orderIds: [id] }));
  const context = { caller: scope.caller, language: task.language, now: scope.now };
  const arrivalOf = async () => {
    const sent = order.status === 'shipped' ? await deps.trackShipment.run({ orderId: order.id }, context) : null;
    return sent?.arrival ?? null;
  };
  const more = await wayOut(made, task.request.text, arrivalOf, view);
  return {
    ...made,
    text: made.text + say(writer, more),
    dialogue: {
      ...made.dialogue,
      ...(upNext.length > 0 ? { upNext: [...upNext, ...task.dialogue.upNext] } : {}),
      ...(more === '' ? {} : { offeredHuman: true }),
    },
  };
}
