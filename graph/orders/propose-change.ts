import { randomUUID } from 'node:crypto';
import type { Order } from '../../stores/orders.ts';
import { orderStatusLabel } from '../../tools/order-status.ts';
import { checkPolicy, type Policy } from '../../tools/policy.ts';
import type { ShopView, WriteTool } from '../../tools/write-tool.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ProposedChange } from '../state.ts';
import { summaryWithChanges } from './summary-with-changes.ts';

/** How long a customer may think about a change. */
const EXPIRES_MS = 15 * 60_000;

export type Proposal = { kind: 'proposed'; text: string; change: ProposedChange } | { kind: 'refused'; text: string };

/** Checks the shop's rules and puts a change to the customer, field by field; nothing is written here. */
export function proposeChange(input: {
  tool: WriteTool;
  order: Order;
  args: Record<string, unknown>;
  policy: Policy;
  view: ShopView;
  now: Date;
}): Proposal {
  const { tool, order, policy, view, now } = input;
  const phrases = phrasesIn(view.language);
  const verdict = checkPolicy(policy, tool.policy, order, now, view.language);
  if (!verdict.allowed) {
    const status = orderStatusLabel(order.status, view.language);
    return {
      kind: 'refused',
      text: phrases.notAllowed({ id: order.id, status, because: verdict.because, rule: verdict.rule }),
    };
  }
  const args = tool.schema.parse(input.args);
  const described = tool.describe(order, args, view);
  if (!described) return { kind: 'refused', text: phrases.nothingToChange(order.id) };
  return {
    kind: 'proposed',
    text: phrases.confirmAsk(summaryWithChanges({ ...described, action: tool.action })),
    change: {
      id: randomUUID(),
      action: tool.action,
      args: { ...args, orderId: order.id },
      summary: described.summary,
      changes: described.changes,
      expiresAt: new Date(now.getTime() + EXPIRES_MS).toISOString(),
    },
  };
}
