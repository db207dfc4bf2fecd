import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../stores/schema.ts';
import type { OrderPatch, WriteTool } from './changes/write-tool.ts';
import type { Policy } from './policy/rule.ts';
import { type Intent, leaveInDoubt, reopenOrEnd } from './settling/confirmation-row.ts';
import { type LockedConfirmation, lockConfirmation } from './settling/lock-confirmation.ts';
import { recordChange, toldDone } from './settling/record-change.ts';
import type { CarryOut, Settled, SettleRequest } from './settling/settled.ts';
import { weighChange } from './settling/weigh-change.ts';
import { isShopRefused, isShopUnavailable, neverSent } from './shop-unavailable.ts';

/** Settles confirmations; see {@link createConfirmationSettler}. */
export interface ConfirmationSettler {
  settle(request: SettleRequest): Promise<Settled>;
}

/** Has the shop's own system make a change; throws where it does not say that it did. */
type CarryOutChange = (change: CarryOut) => Promise<void>;

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
  carryOut?: CarryOutChange;
}): ConfirmationSettler => {
  const { db, policy } = deps;
  const tools = new Map(deps.tools.map((tool) => [tool.action, tool]));

  /** Does the work in a transaction that holds the confirmation and its order. */
  const withLock = <Result>(
    request: SettleRequest,
    work: (trx: Transaction<Database>, found: LockedConfirmation) => Promise<Result>,
  ) =>
    db.transaction().execute(async (trx) => {
      const found = await lockConfirmation(trx, tools, request);
      return found ? work(trx, found) : { outcome: 'missing' as const };
    });

  /** In Kefu's own tables, all in one transaction. */
  const settleHere = (request: SettleRequest): Promise<Settled> =>
    withLock(request, async (trx, found) => {
      const next = await weighChange({ trx, found, request, policy });
      return 'outcome' in next ? next : recordChange(trx, found, request, next.intent);
    });

  /** In the shop's system: what it is going to be asked is committed first, what it answers afterwards. */
  async function settleAtShop(request: SettleRequest, carryOut: CarryOutChange): Promise<Settled> {
    const begun = await withLock(request, (trx, found) => commitIntent(trx, found, request));
    if ('outcome' in begun) return begun;
    return withLock(request, async (trx, found): Promise<Settled> => {
      const { row, order } = found;
      if (row.status === 'done') return { ...toldDone(found, order, request), repeated: true };
      // Another try heard the shop's no meanwhile.
      if (!row.intent) return { outcome: 'unavailable', action: row.action, refused: true, inDoubt: false };
      return askShop(trx, found, request, { intent: row.intent, first: !begun.asked, carryOut });
    });
  }

  /** Weighs the change and notes what the shop's system is going to be asked; `asked`: it was asked before. */
  async function commitIntent(
    trx: Transaction<Database>,
    found: LockedConfirmation,
    request: SettleRequest,
  ): Promise<Settled | { asked: boolean }> {
    const next = await weighChange({ trx, found, request, policy });
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

  /** Asks the shop's system, whose answer decides; `first`: nobody asked it for this before. */
  async function askShop(
    trx: Transaction<Database>,
    found: LockedConfirmation,
    request: SettleRequest,
    { intent, first, carryOut }: { intent: Intent; first: boolean; carryOut: CarryOutChange },
  ): Promise<Settled> {
    const { row, order = null } = found;
    const { action, args } = row;
    const patch = intent.patch as OrderPatch;
    try {
      await carryOut({ confirmationId: row.id, customerId: request.customerId, action, args, order, patch });
    } catch (error) {
      const refused = isShopRefused(error);
      if (!refused && !isShopUnavailable(error)) throw error;
      const inDoubt = !refused && !(first && neverSent(error));
      // In doubt it stays agreed to: whoever has to, asks again, and nothing that is said meanwhile ends it.
      if (inDoubt) await leaveInDoubt(trx, row);
      else await reopenOrEnd(trx, row, { refused, now: request.now, retryMs: policy.confirmWithinMs });
      return { outcome: 'unavailable', action, refused, inDoubt };
    }
    return recordChange(trx, found, request, intent);
  }

  return {
    settle: (request) => (deps.carryOut ? settleAtShop(request, deps.carryOut) : settleHere(request)),
  };
};
