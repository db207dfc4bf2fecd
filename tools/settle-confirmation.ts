import type { Kysely, Transaction } from 'kysely';
import { type Order, ordersOf } from '../stores/orders.ts';
import type { Database } from '../stores/schema.ts';
import { patchCustomer, patchOrder } from './apply-patch.ts';
import {
  askForApproval,
  type ConfirmationRow,
  close,
  leaveInDoubt,
  reopenOrEnd,
  withdraw,
} from './confirmation-row.ts';
import { orderFactsReader } from './order-facts.ts';
import { type PlannedChange, plannedChange } from './planned-change.ts';
import type { Policy } from './policy/rule.ts';
import { isShopRefused, isShopUnavailable, neverSent } from './shop-unavailable.ts';
import type { OrderPatch, ShopView, WriteTool, WriteView } from './write-tool.ts';

export interface SettleRequest {
  confirmationId: string;
  conversationId: string;
  /** From the token: nobody else's confirmation can be settled. */
  customerId: string;
  approve: boolean;
  now: Date;
  view: ShopView;
  /** Set when a person at the desk approved it. */
  approvedBy?: string;
}

export type Settled =
  /** `repeated`: an earlier try did it. */
  | { outcome: 'done'; action: string; text: string; order: Order | null; repeated: boolean }
  | { outcome: 'rejected'; action: string }
  /** The shop's rules or the order's state changed since it was asked. */
  | { outcome: 'refused'; action: string; rule: string | null }
  /** A person has to approve it. */
  | { outcome: 'awaiting_approval'; action: string; orderId: string | null }
  /**
   * The shop's system did not do it, or (`inDoubt`) did not say whether it did and is asked again. Where nothing was
   * sent a yes may try again.
   */
  | { outcome: 'unavailable'; action: string; refused: boolean; inDoubt: boolean }
  /** A no came after the yes had gone to the shop's system, whose answer is not known. */
  | { outcome: 'in_doubt'; action: string }
  | { outcome: 'expired' | 'missing' };

/** A change as the shop's own system is to carry it out. */
export interface CarryOut {
  /** The idempotency key: the same for every try. */
  confirmationId: string;
  customerId: string;
  action: string;
  args: Record<string, unknown>;
  order: Order | null;
  patch: OrderPatch;
}

/** Settles confirmations; see {@link createConfirmationSettler}. */
export interface ConfirmationSettler {
  settle(request: SettleRequest): Promise<Settled>;
}

type Row = ConfirmationRow;
type Intent = NonNullable<Row['intent']>;

/**
 * Settles a confirmation once: row and order are locked, rules checked again, the change, its ledger entry and the
 * confirmation's state committed together. Asked again for the same id, it tells what was done and does nothing.
 *
 * `carryOut` has the shop's own system do it first. What it is asked to do is committed before it is asked, so that
 * whatever breaks afterwards, the next try sends the same key and records what was meant then, though the order was
 * read anew meanwhile. Until the shop said no, nobody's later no can make that unsaid: it is in doubt.
 */
export const createConfirmationSettler = (deps: {
  db: Kysely<Database>;
  tools: WriteTool[];
  policy: Policy;
  carryOut?: (change: CarryOut) => Promise<void>;
}): ConfirmationSettler => {
  const { db } = deps;
  const byAction = new Map(deps.tools.map((tool) => [tool.action, tool]));

  /** The row and its order, both locked. */
  async function locked(trx: Transaction<Database>, request: SettleRequest) {
    const row = await trx
      .selectFrom('confirmations')
      .selectAll()
      .where('id', '=', request.confirmationId)
      .where('customer_id', '=', request.customerId)
      .where('conversation_id', '=', request.conversationId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const orderId = orderIdOf(row);
    const order = orderId === undefined ? undefined : await lockedOrder(trx, request.customerId, orderId);
    const change = plannedChange(byAction, row, order);
    return change && { row, order, change };
  }
  type Locked = NonNullable<Awaited<ReturnType<typeof locked>>>;

  /** What is to be done, or what became of it without doing anything. */
  async function weigh(
    trx: Transaction<Database>,
    { row, order, change }: Locked,
    request: SettleRequest,
  ): Promise<Settled | { intent: Intent }> {
    const { action } = row;
    const over = settledBefore(row);
    if (over === 'done') return { ...told(change, order, row, request), repeated: true };
    if (over) return over;
    if (row.intent && request.approve) return { intent: row.intent };
    if (row.intent) {
      await withdraw(trx, row);
      return { outcome: 'in_doubt', action };
    }
    const agreed = row.status === 'approved' || row.status === 'awaiting_approval';
    if (row.status === 'expired' || (!agreed && row.expires_at < request.now)) {
      await close(trx, row, request.now, 'expired');
      return { outcome: 'expired' };
    }
    if (row.status === 'awaiting_approval' && request.approvedBy === undefined)
      return { outcome: 'awaiting_approval', action, orderId: order?.id ?? null };
    if (!request.approve) {
      await close(trx, row, request.now, 'rejected');
      return { outcome: 'rejected', action };
    }
    const facts = await orderFactsReader(trx)(request.customerId, order);
    const view: WriteView = { ...request.view, ...facts, policy: deps.policy, now: request.now };
    const checked = change.check(view);
    if (!checked.allowed) {
      await close(trx, row, request.now, 'failed', { rule: checked.rule });
      return { outcome: 'refused', action, rule: checked.rule };
    }
    if (checked.above && request.approvedBy === undefined) {
      await close(trx, row, request.now, 'awaiting_approval');
      await askForApproval(trx, row, checked.refund);
      return { outcome: 'awaiting_approval', action, orderId: order?.id ?? null };
    }
    const patch = change.patch(view);
    return {
      intent: {
        at: request.now.toISOString(),
        actor: request.approvedBy ?? 'customer',
        patch,
        before: pick({ ...order, addresses: facts.addresses }, patch),
        undoes: action === 'undo_change' ? (facts.lastChange?.id ?? null) : null,
      },
    };
  }

  async function record(
    trx: Transaction<Database>,
    { row, order, change }: Locked,
    request: SettleRequest,
    intent: Intent,
  ): Promise<Settled> {
    const { actor, before, undoes } = intent;
    const patch = intent.patch as OrderPatch;
    if (order) await patchOrder(trx, order, patch);
    await patchCustomer(trx, request.customerId, patch);
    await trx
      .insertInto('order_changes')
      .values({
        confirmation_id: row.id,
        order_id: order?.id ?? null,
        customer_id: request.customerId,
        action: row.action,
        before: JSON.stringify(before),
        after: JSON.stringify(patch),
        turn_id: row.turn_id,
        actor,
        reason: typeof row.args.reason === 'string' ? row.args.reason : null,
        undoes,
      })
      .execute();
    await close(trx, row, request.now, 'done', { orderId: order?.id ?? null });
    // Read back: what is told is what stands there now.
    const after = order && (await lockedOrder(trx, request.customerId, order.id));
    return { ...told(change, after ?? order, row, request), repeated: false };
  }

  /** Asks the shop's system, whose answer decides; `first`: nobody asked it for this before. */
  async function askShop(
    trx: Transaction<Database>,
    found: Locked,
    request: SettleRequest,
    { intent, first, carryOut }: { intent: Intent; first: boolean; carryOut: (change: CarryOut) => Promise<void> },
  ): Promise<Settled> {
    const { row, order } = found;
    const { action, args } = row;
    try {
      await carryOut({
        confirmationId: row.id,
        customerId: request.customerId,
        action,
        args,
        order: order ?? null,
        patch: intent.patch as OrderPatch,
      });
    } catch (error) {
      const refused = isShopRefused(error);
      if (!refused && !isShopUnavailable(error)) throw error;
      const inDoubt = !refused && !(first && neverSent(error));
      // In doubt it stays agreed to: whoever has to, asks again, and nothing that is said meanwhile ends it.
      if (inDoubt) await leaveInDoubt(trx, row);
      else await reopenOrEnd(trx, row, { refused, now: request.now, retryMs: deps.policy.confirmWithinMs });
      return { outcome: 'unavailable', action, refused, inDoubt };
    }
    return record(trx, found, request, intent);
  }

  /** Weighs the change and commits what the shop's system is going to be asked; `asked`: it was asked before. */
  async function commitIntent(
    trx: Transaction<Database>,
    found: Locked,
    request: SettleRequest,
  ): Promise<Settled | { asked: boolean }> {
    const next = await weigh(trx, found, request);
    if ('outcome' in next) return next;
    const { row } = found;
    if (row.intent) return { asked: true };
    await trx
      .updateTable('confirmations')
      .set({ intent: JSON.stringify(next.intent), ...(row.status === 'pending' ? { status: 'approved' } : {}) })
      .where('id', '=', row.id)
      .execute();
    return { asked: false };
  }

  return {
    async settle(request) {
      const { carryOut } = deps;
      const inTransaction = <Result>(work: (trx: Transaction<Database>, found: Locked) => Promise<Result>) =>
        db.transaction().execute(async (trx) => {
          const found = await locked(trx, request);
          return found ? work(trx, found) : { outcome: 'missing' as const };
        });
      if (!carryOut)
        return inTransaction(async (trx, found) => {
          const next = await weigh(trx, found, request);
          return 'outcome' in next ? next : record(trx, found, request, next.intent);
        });
      const begun = await inTransaction((trx, found) => commitIntent(trx, found, request));
      if ('outcome' in begun) return begun;
      return inTransaction(async (trx, found): Promise<Settled> => {
        const { row, order, change } = found;
        if (row.status === 'done') return { ...told(change, order, row, request), repeated: true };
        // Another try heard the shop's no meanwhile.
        if (!row.intent) return { outcome: 'unavailable', action: row.action, refused: true, inDoubt: false };
        return askShop(trx, found, request, { intent: row.intent, first: !begun.asked, carryOut });
      });
    },
  };
};

/** What became of a row that is settled. Undefined: nothing did yet. */
function settledBefore({ status, action }: Row): Settled | 'done' | undefined {
  if (status === 'done') return 'done';
  if (status === 'rejected') return { outcome: 'rejected', action };
  return status === 'failed' ? { outcome: 'refused', action, rule: null } : undefined;
}

const told = (change: PlannedChange, order: Order | undefined, row: Row, { view }: SettleRequest) => ({
  outcome: 'done' as const,
  action: row.action,
  text: change.done(order, view),
  order: order ?? null,
});

const orderIdOf = ({ args }: Row): string | undefined => (typeof args.orderId === 'string' ? args.orderId : undefined);

async function lockedOrder(
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

/** What stood there before, of all that a patch sets. */
const pick = (row: Record<string, unknown>, patch: OrderPatch): Record<string, unknown> =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, row[key] ?? null]));
