import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { AppError } from '../config/errors.ts';
import { type Order, ordersOf } from '../stores/orders.ts';
import type { Database } from '../stores/schema.ts';
import { patchCustomer, patchOrder } from './apply-patch.ts';
import { changeDefaultAddress } from './change-default-address.ts';
import { orderFactsReader } from './order-facts.ts';
import { checkPolicy } from './policy/check.ts';
import type { Policy } from './policy/rule.ts';
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
  | { outcome: 'done'; action: string; text: string; order: Order | null }
  | { outcome: 'rejected'; action: string }
  /** The shop's rules or the order's state changed since it was asked. */
  | { outcome: 'refused'; action: string; rule: string | null }
  /** A person has to approve it. */
  | { outcome: 'awaiting_approval'; action: string; orderId: string | null }
  /** The shop's system did not do it; nothing was stored, and a yes may try again. */
  | { outcome: 'unavailable'; action: string; refused: boolean }
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

type Row = Selectable<Database['confirmations']>;
type Close = 'done' | 'failed' | 'rejected' | 'expired' | 'awaiting_approval';
const RETRY_MS = 15 * 60_000;

/**
 * Settles a confirmation once: row and order are locked, rules checked again, the change, its ledger entry and the
 * confirmation's state committed together. Asked again for the same id, it tells what was done and does nothing.
 * `carryOut` has the shop's own system do it first; after a crash in between, the next try sends the same key.
 */
export const createConfirmationSettler = (deps: {
  db: Kysely<Database>;
  tools: WriteTool[];
  policy: Policy;
  carryOut?: (change: CarryOut) => Promise<void>;
}): ConfirmationSettler => {
  const byAction = new Map(deps.tools.map((tool) => [tool.action, tool]));

  async function act(trx: Transaction<Database>, row: Row, request: SettleRequest): Promise<Settled> {
    const { action } = row;
    const close = (status: Close, result: Record<string, unknown> | null = null) =>
      trx
        .updateTable('confirmations')
        .set({ status, settled_at: request.now, result: result === null ? null : JSON.stringify(result) })
        .where('id', '=', row.id)
        .execute();
    const orderId = typeof row.args.orderId === 'string' ? row.args.orderId : undefined;
    const order = orderId === undefined ? undefined : await lockedOrder(trx, request.customerId, orderId);
    const change = planned(row, order);
    if (!change) return { outcome: 'missing' };
    if (row.status === 'done')
      return { outcome: 'done', action, text: change.done(order, request.view), order: order ?? null };
    if (row.status === 'rejected') return { outcome: 'rejected', action };
    if (row.status === 'failed') return { outcome: 'refused', action, rule: null };
    const agreed = row.status === 'approved' || row.status === 'awaiting_approval';
    if (row.status === 'expired' || (!agreed && row.expires_at < request.now)) {
      await close('expired');
      return { outcome: 'expired' };
    }
    if (row.status === 'awaiting_approval' && request.approvedBy === undefined)
      return { outcome: 'awaiting_approval', action, orderId: orderId ?? null };
    if (!request.approve) {
      await close('rejected');
      return { outcome: 'rejected', action };
    }
    const facts = await orderFactsReader(trx)(request.customerId, order);
    const view: WriteView = { ...request.view, ...facts, policy: deps.policy, now: request.now };
    const checked = change.check(view);
    if (!checked.allowed) {
      await close('failed', { rule: checked.rule });
      return { outcome: 'refused', action, rule: checked.rule };
    }
    if (checked.above && request.approvedBy === undefined) {
      await close('awaiting_approval');
      await trx
        .insertInto('change_approvals')
        .values({
          confirmation_id: row.id,
          conversation_id: row.conversation_id,
          amount: checked.refund,
          decided_at: null,
          decided_by: null,
          approved: null,
          note: null,
        })
        .onConflict((conflict) => conflict.column('confirmation_id').doNothing())
        .execute();
      // The desk hears of it at the commit, though the talk is still the bot's.
      await sql`select pg_notify('kefu_desk', ${`${row.conversation_id} bot`})`.execute(trx);
      return { outcome: 'awaiting_approval', action, orderId: orderId ?? null };
    }
    const patch = change.patch(view);
    await deps.carryOut?.({
      confirmationId: row.id,
      customerId: request.customerId,
      action,
      args: row.args,
      order: order ?? null,
      patch,
    });
    if (order) await patchOrder(trx, order, patch);
    await patchCustomer(trx, request.customerId, patch);
    await trx
      .insertInto('order_changes')
      .values({
        confirmation_id: row.id,
        order_id: order?.id ?? null,
        customer_id: request.customerId,
        action,
        before: JSON.stringify(pick({ ...order, addresses: facts.addresses }, patch)),
        after: JSON.stringify(patch),
        turn_id: row.turn_id,
        actor: request.approvedBy ?? 'customer',
        reason: typeof row.args.reason === 'string' ? row.args.reason : null,
        undoes: action === 'undo_change' ? (facts.lastChange?.id ?? null) : null,
      })
      .execute();
    await close('done', { orderId: order?.id ?? null });
    // Read back: what is told is what stands there now.
    const after = order ? await lockedOrder(trx, request.customerId, order.id) : undefined;
    return { outcome: 'done', action, text: change.done(after ?? order, request.view), order: after ?? order ?? null };
  }

  /** The row's tool with its arguments, of an order or of the customer. */
  function planned(row: Row, order: Order | undefined) {
    const tool = byAction.get(row.action);
    if (tool && order) {
      const args = tool.schema.parse(row.args);
      return {
        done: (after: Order | undefined, view: ShopView) => tool.done(after ?? order, args, view),
        patch: (view: WriteView) => tool.patch(order, args, view),
        check(view: WriteView) {
          const fault = row.args.fault === true;
          const verdict = checkPolicy(view.policy, tool.policy, order, view.now, view.language, { fault });
          if (!verdict.allowed) return verdict;
          const described = tool.describe(order, args, view);
          if (described === undefined) return { allowed: false as const, rule: null };
          if ('refused' in described) return { allowed: false as const, rule: described.refused };
          return { allowed: true as const, ...approval(view.policy, tool, described.refund ?? 0) };
        },
      };
    }
    if (tool || row.action !== changeDefaultAddress.action) return undefined;
    const args = changeDefaultAddress.schema.parse(row.args);
    return {
      done: (_after: Order | undefined, view: ShopView) => changeDefaultAddress.done(args, view),
      patch: (view: WriteView) => changeDefaultAddress.patch(args, view),
      check: (view: WriteView) =>
        changeDefaultAddress.describe(args, view) === undefined
          ? { allowed: false as const, rule: null }
          : { allowed: true as const, above: view.policy.approvalFor?.has(row.action) === true, refund: 0 },
    };
  }

  return {
    async settle(request) {
      const own = (db: Kysely<Database>) =>
        db
          .selectFrom('confirmations')
          .selectAll()
          .where('id', '=', request.confirmationId)
          .where('customer_id', '=', request.customerId)
          .where('conversation_id', '=', request.conversationId);
      // The yes is kept before anything outside is done: a try after a crash goes on, however late.
      if (deps.carryOut && request.approve)
        await deps.db
          .updateTable('confirmations')
          .set({ status: 'approved' })
          .where('id', '=', request.confirmationId)
          .where('customer_id', '=', request.customerId)
          .where('conversation_id', '=', request.conversationId)
          .where('status', '=', 'pending')
          .where('expires_at', '>=', request.now)
          .execute();
      try {
        return await deps.db.transaction().execute(async (trx): Promise<Settled> => {
          const row = await own(trx).forUpdate().executeTakeFirst();
          return row ? act(trx, row, request) : { outcome: 'missing' };
        });
      } catch (error) {
        const code = error instanceof AppError ? error.code : undefined;
        if (code !== 'shop_unavailable' && code !== 'shop_refused') throw error;
        const row = await deps.db
          .updateTable('confirmations')
          .set({ status: 'pending', expires_at: new Date(request.now.getTime() + RETRY_MS) })
          .where('id', '=', request.confirmationId)
          .where('status', '=', 'approved')
          .returning('action')
          .executeTakeFirst();
        const action = row?.action ?? (await own(deps.db).executeTakeFirst())?.action ?? 'confirmation';
        return { outcome: 'unavailable', action, refused: code === 'shop_refused' };
      }
    },
  };
};

/** Whether the shop wants a person to look at it first. */
const approval = (policy: Policy, tool: WriteTool, refund: number) => {
  const above = policy.rules[tool.policy].approvalAbove;
  const always = policy.approvalFor?.has(tool.action) === true || above === 0;
  return { above: always || (above !== null && refund > above), refund };
};

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
