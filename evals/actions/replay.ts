import { randomUUID } from 'node:crypto';
import { proposeChange } from '../../graph/orders/propose-change.ts';
import type { NewConfirmation } from '../../graph/ports.ts';
import { changeDefaultAddress } from '../../tools/changes/change-default-address.ts';
import type { ShopView, WriteView } from '../../tools/changes/write-tool.ts';
import { WRITE_TOOLS } from '../../tools/changes/write-tools.ts';
import type { ShopInProcess } from '../dialogue/shop-in-process.ts';
import type { BenchAction } from './bench-action.ts';

const TEN_MINUTES = 600_000;

/** Does one expected change as that customer, through rule, proposal, confirmation and settling; why not, if not. */
export async function replayAction(
  shop: ShopInProcess,
  customerId: string,
  { action, orderId, args }: BenchAction,
  shown: ShopView,
): Promise<string | undefined> {
  const { db } = shop.database;
  const now = new Date();
  const context = { caller: { kind: 'customer', id: customerId }, language: shown.language, now } as const;
  const [order] = orderId === null ? [] : await shop.deps.findOrders.run({ orderIds: [orderId], limit: 1 }, context);
  if (orderId !== null && !order) return `order ${orderId} is not found`;
  const facts = await shop.deps.orderFacts(customerId, order);
  const view: WriteView = { ...shown, ...facts, policy: shop.deps.policy, now };
  let change: Pick<NewConfirmation, 'action' | 'args'>;
  if (order) {
    const tool = WRITE_TOOLS.find((one) => one.action === action);
    if (!tool) return `no tool for ${action}`;
    const proposal = proposeChange({ tool, order, args, view });
    if (proposal.kind === 'refused') return proposal.because === 'as_it_is' ? undefined : proposal.text;
    change = proposal.change;
  } else change = { action, args: changeDefaultAddress.schema.parse(args) };

  const conversationId = randomUUID();
  const confirmationId = randomUUID();
  await db
    .insertInto('conversations')
    .values({
      id: conversationId,
      owner_kind: 'customer',
      owner_id: customerId,
      turn_owner: null,
      turn_lease_until: null,
    })
    .execute();
  await db
    .insertInto('confirmations')
    .values({
      id: confirmationId,
      conversation_id: conversationId,
      customer_id: customerId,
      turn_id: randomUUID(),
      action: change.action,
      args: JSON.stringify(change.args),
      summary: '""',
      changes: '[]',
      expires_at: new Date(now.getTime() + TEN_MINUTES),
      settled_at: null,
      result: null,
    })
    .execute();
  const settled = await shop.deps.settler.settle({
    confirmationId,
    conversationId,
    customerId,
    approve: true,
    now,
    view: shown,
  });
  return settled.outcome === 'done' ? undefined : `settled as ${settled.outcome}`;
}
