import type { Transaction } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { orderFactsReader } from '../changes/order-facts.ts';
import type { OrderPatch, WriteView } from '../changes/write-tool.ts';
import type { Policy } from '../policy/rule.ts';
import { askForApproval, close, type Intent, withdraw } from './confirmation-row.ts';
import type { LockedConfirmation } from './lock-confirmation.ts';
import { toldDone } from './record-change.ts';
import type { Settled, SettleRequest } from './settled.ts';

interface Weighing {
  trx: Transaction<Database>;
  found: LockedConfirmation;
  request: SettleRequest;
  policy: Policy;
}

/** What is to be done, or what became of it without doing anything. */
export async function weighChange(weighing: Weighing): Promise<Settled | { intent: Intent }> {
  const { trx, found, request } = weighing;
  const { row } = found;
  const before = settledBefore(found, request);
  if (before) return before;
  if (row.intent && request.approve) return { intent: row.intent };
  if (row.intent) {
    await withdraw(trx, row);
    return { outcome: 'in_doubt', action: row.action };
  }
  const agreed = row.status === 'approved' || row.status === 'awaiting_approval';
  if (row.status === 'expired' || (!agreed && row.expires_at < request.now)) {
    await close(trx, row, request.now, 'expired');
    return { outcome: 'expired' };
  }
  if (row.status === 'awaiting_approval' && request.approvedBy === undefined) return awaitingApproval(found);
  if (!request.approve) {
    await close(trx, row, request.now, 'rejected');
    return { outcome: 'rejected', action: row.action };
  }
  return checkAgain(weighing);
}

/** What became of a confirmation that is settled. Undefined: nothing did yet. */
function settledBefore(found: LockedConfirmation, request: SettleRequest): Settled | undefined {
  const { status, action } = found.row;
  if (status === 'done') return { ...toldDone(found, found.order, request), repeated: true };
  if (status === 'rejected') return { outcome: 'rejected', action };
  return status === 'failed' ? { outcome: 'refused', action, rule: null } : undefined;
}

/** The shop's rules may have changed since it was asked, and so may the order. */
async function checkAgain({ trx, found, request, policy }: Weighing): Promise<Settled | { intent: Intent }> {
  const { row, order, change } = found;
  const { now, approvedBy } = request;
  const facts = await orderFactsReader(trx)(request.customerId, order);
  const view: WriteView = { ...request.view, ...facts, policy, now };
  const checked = change.check(view);
  if (!checked.allowed) {
    await close(trx, row, now, 'failed', { rule: checked.rule });
    return { outcome: 'refused', action: row.action, rule: checked.rule };
  }
  if (checked.above && approvedBy === undefined) {
    await close(trx, row, now, 'awaiting_approval');
    await askForApproval(trx, row, checked.refund);
    return awaitingApproval(found);
  }
  const patch = change.patch(view);
  const before = pick({ ...order, addresses: facts.addresses }, patch);
  const undoes = row.action === 'undo_change' ? (facts.lastChange?.id ?? null) : null;
  return { intent: { at: now.toISOString(), actor: approvedBy ?? 'customer', patch, before, undoes } };
}

const awaitingApproval = ({ row, order }: LockedConfirmation): Settled => ({
  outcome: 'awaiting_approval',
  action: row.action,
  orderId: order?.id ?? null,
});

/** What stood there before, of all that a patch sets. */
const pick = (row: Record<string, unknown>, patch: OrderPatch): Record<string, unknown> =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, row[key] ?? null]));
