import type { Selectable } from 'kysely';
import type { Order } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { changeDefaultAddress } from '../changes/change-default-address.ts';
import type { OrderPatch, ShopView, WriteTool, WriteView } from '../changes/write-tool.ts';
import { approvalLimit } from '../policy/approval-limit.ts';
import { checkPolicy } from '../policy/check.ts';

/** Whether a change may be made at this moment. */
export type ChangeVerdict =
  /** `above`: a person has to approve it; `refund`: what goes back to the customer. */
  | { allowed: true; above: boolean; refund: number }
  /** The words of the shop's rule that forbids it; null: the order's state does. */
  | { allowed: false; rule: string | null };

/** A confirmation's tool with its arguments, of an order or of the customer. */
export interface PlannedChange {
  check(view: WriteView): ChangeVerdict;
  patch(view: WriteView): OrderPatch;
  /** What to tell when it is done. */
  done(after: Order | undefined, view: ShopView): string;
}

/** Undefined: no tool does this action, or its order is not there. */
export function plannedChange(
  tools: ReadonlyMap<string, WriteTool>,
  row: Pick<Selectable<Database['confirmations']>, 'action' | 'args'>,
  order: Order | undefined,
): PlannedChange | undefined {
  const tool = tools.get(row.action);
  if (tool && order) {
    const args = tool.schema.parse(row.args);
    return {
      done: (after, view) => tool.done(after ?? order, args, view),
      patch: (view) => tool.patch(order, args, view),
      check(view) {
        const fault = row.args.fault === true;
        const verdict = checkPolicy(view.policy, tool.policy, order, view.now, view.language, { fault });
        if (!verdict.allowed) return verdict;
        const described = tool.describe(order, args, view);
        if (described === undefined) return { allowed: false, rule: null };
        if ('refused' in described) return { allowed: false, rule: described.refused };
        const refund = described.refund ?? 0;
        return { allowed: true, above: isAbove(approvalLimit(view.policy, tool.action, tool.policy), refund), refund };
      },
    };
  }
  if (tool || row.action !== changeDefaultAddress.action) return undefined;
  const args = changeDefaultAddress.schema.parse(row.args);
  return {
    done: (_after, view) => changeDefaultAddress.done(args, view),
    patch: (view) => changeDefaultAddress.patch(args, view),
    check: (view) =>
      changeDefaultAddress.describe(args, view) === undefined
        ? { allowed: false, rule: null }
        : { allowed: true, above: isAbove(approvalLimit(view.policy, row.action, undefined), 0), refund: 0 },
  };
}

/** Whether the shop wants a person to look at it first. */
const isAbove = (limit: number | null, refund: number): boolean => limit === 0 || (limit !== null && refund > limit);
