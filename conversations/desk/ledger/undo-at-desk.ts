import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../../config/errors.ts';
import { proposeChange } from '../../../graph/orders/propose-change.ts';
import type { OrderStore } from '../../../stores/orders.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import type { ReadOrderFacts } from '../../../tools/changes/order-facts.ts';
import { undoChange } from '../../../tools/changes/undo-change.ts';
import type { Policy } from '../../../tools/policy/rule.ts';
import { writeConversation } from '../../conversation-write.ts';
import { storedJson } from '../../stored-json.ts';
import type { Decisions } from '../approvals/decisions.ts';

export interface UndoRequest {
  /** Told to the customer, and kept as the reason. */
  note?: string | undefined;
  /** The agent's: a refusal is told in it. */
  language: Language;
}

/** Takes a change back; see {@link createUndoAtDesk}. */
export type UndoAtDesk = (changeId: number, staffId: string, request: UndoRequest) => Promise<{ outcome: string }>;

/**
 * Takes a change of an order back without its customer's asking, by the same rules as theirs, and tells them. It is a
 * decision of the desk like an approval: stored first, carried out and told once. AppError: not_found, change_undone,
 * not_undoable (with the rule), undo_running, shop_unavailable (it then waits among the approvals).
 */
export function createUndoAtDesk(deps: {
  db: Kysely<Database>;
  orders: OrderStore;
  orderFacts: ReadOrderFacts;
  policy: Policy;
  shop: { currency: string; timeZone: string };
  decisions: Pick<Decisions, 'carryOut'>;
}): UndoAtDesk {
  const { db, policy } = deps;

  const changeOf = async (changeId: number) => {
    const row = await db
      .selectFrom('order_changes as o')
      .innerJoin('confirmations as f', 'f.id', 'o.confirmation_id')
      .innerJoin('conversations as c', 'c.id', 'f.conversation_id')
      .leftJoin('order_changes as u', 'u.undoes', 'o.id')
      .select(['o.id', 'o.customer_id', 'o.order_id', 'f.conversation_id', 'c.language', 'u.id as undone_by'])
      .where('o.id', '=', changeId)
      .executeTakeFirst();
    if (!row) throw notFound('change');
    if (row.undone_by !== null) throw conflict('change_undone', 'This change was taken back already.');
    return row;
  };

  return async (changeId, staffId, { note, language }) => {
    const row = await changeOf(changeId);
    const orderIds = [row.order_id ?? ''];
    const [order] = await deps.orders.find(row.customer_id, { orderIds, limit: 1 });
    if (!order || order.id !== row.order_id)
      throw conflict('not_undoable', 'This change is of no order, or its order is gone.');
    const { currency, timeZone } = deps.shop;
    const facts = await deps.orderFacts(row.customer_id, order);
    const proposal = (words: Language) =>
      proposeChange({
        tool: undoChange,
        order,
        args: { changeId },
        view: { currency, timeZone, ...facts, policy, now: new Date(), language: words },
      });
    const refused = proposal(language);
    if (refused.kind === 'refused') throw conflict('not_undoable', refused.text);
    const proposed = proposal(row.language);
    if (proposed.kind === 'refused') throw conflict('not_undoable', proposed.text);
    const { summary, changes, args, expiresAt } = proposed.change;
    const id = randomUUID();
    await writeConversation(db, { conversationId: row.conversation_id }, async ({ trx }) => {
      const running = await trx
        .selectFrom('confirmations')
        .select('id')
        .where('conversation_id', '=', row.conversation_id)
        .where('action', '=', undoChange.action)
        .where('status', '=', 'awaiting_approval')
        .where(sql<string>`args ->> 'changeId'`, '=', String(changeId))
        .executeTakeFirst();
      if (running) throw conflict('undo_running', 'This change is being taken back already.');
      await trx
        .insertInto('confirmations')
        .values({
          id,
          conversation_id: row.conversation_id,
          customer_id: row.customer_id,
          turn_id: null,
          proposed_by: staffId,
          action: undoChange.action,
          args: storedJson({ ...args, ...(note === undefined ? {} : { reason: note }) }),
          summary: storedJson(summary),
          changes: storedJson(changes),
          status: 'awaiting_approval',
          expires_at: new Date(expiresAt),
          settled_at: null,
          result: null,
        })
        .execute();
      await trx
        .insertInto('change_approvals')
        .values({
          confirmation_id: id,
          conversation_id: row.conversation_id,
          amount: null,
          decided_at: new Date(),
          decided_by: staffId,
          approved: true,
          note: note ?? null,
          by_desk: true,
        })
        .execute();
    });
    const { outcome } = await deps.decisions.carryOut(id);
    if (outcome !== 'done') throw conflict('not_undoable', 'The order was changed meanwhile; nothing was taken back.');
    return { outcome };
  };
}
