import { type Kysely, sql } from 'kysely';
import { badRequest, conflict, notFound } from '../../../config/errors.ts';
import { proposeChange } from '../../../graph/orders/propose-change.ts';
import type { ConfirmationView } from '../../../graph/turn-result.ts';
import { voiceIn } from '../../../graph/voice.ts';
import type { Order, OrderStore } from '../../../stores/orders.ts';
import type { Database, Language } from '../../../stores/schema.ts';
import type { ReadOrderFacts } from '../../../tools/changes/order-facts.ts';
import type { WriteTool, WriteView } from '../../../tools/changes/write-tool.ts';
import type { Policy } from '../../../tools/policy/rule.ts';
import { writeConversation } from '../../conversation-write.ts';
import { scriptOf } from '../../handoff/tell-customer.ts';
import type { StaffMember } from '../../ports.ts';
import { storedJson } from '../../stored-json.ts';
import { claimedBy, noteReply } from '../claims.ts';
import { type ChangeForm, changeForms } from './change-forms.ts';

/** What an agent wants to put to the customer. */
export interface WantedChange {
  orderId: string;
  action: string;
  /** The tool's arguments, without the order. */
  args: Record<string, unknown>;
  /** The agent's: a refusal is told in it. */
  language: Language;
  /** The client's id: a resend asks the customer once. */
  messageId?: string | undefined;
}

export type ProposalOutcome =
  | { outcome: 'proposed'; confirmation: ConfirmationView }
  /** By the shop's rules, which `text` tells with their source, or because the arguments change nothing. */
  | { outcome: 'refused'; because: string; text: string };

/**
 * Changes of orders from the desk. Whoever has the conversation may propose one for an order of its customer; the
 * same rules are checked, and only that customer's yes to the confirmation carries it out, once, before it expires.
 */
export interface OrderChanges {
  forms(conversationId: string, orderId: string, language: Language): Promise<ChangeForm[]>;
  propose(conversationId: string, staff: StaffMember, wanted: WantedChange): Promise<ProposalOutcome>;
  /** Takes back what the customer has not answered yet. */
  withdraw(conversationId: string, staff: StaffMember, confirmationId: string): Promise<void>;
}

export function createOrderChanges(deps: {
  db: Kysely<Database>;
  orders: OrderStore;
  orderFacts: ReadOrderFacts;
  tools: WriteTool[];
  policy: Policy;
  shop: { currency: string; timeZone: string };
}): OrderChanges {
  const { db, tools, policy } = deps;

  /** An order of the conversation's own customer; anybody else's is missing. */
  async function orderOf(conversationId: string, orderId: string): Promise<{ customerId: string; order: Order }> {
    const owner = await db
      .selectFrom('conversations')
      .select('owner_id')
      .where('id', '=', conversationId)
      .where('owner_kind', '=', 'customer')
      .executeTakeFirst();
    const [order] = owner ? await deps.orders.find(owner.owner_id, { orderIds: [orderId], limit: 1 }) : [];
    if (!owner || order?.id !== orderId) throw notFound('order');
    return { customerId: owner.owner_id, order };
  }
  const viewOf = async (customerId: string, order: Order, language: Language): Promise<WriteView> => {
    const { currency, timeZone } = deps.shop;
    const facts = await deps.orderFacts(customerId, order);
    return { currency, timeZone, language, ...facts, policy, now: new Date() };
  };

  return {
    async forms(conversationId, orderId, language) {
      const { customerId, order } = await orderOf(conversationId, orderId);
      return changeForms(tools, order, await viewOf(customerId, order, language));
    },

    async propose(conversationId, staff, { orderId, action, args, language, messageId }) {
      const tool = tools.find((one) => one.action === action);
      if (!tool) throw badRequest('unknown_action', 'There is no such change.');
      const given = tool.schema.safeParse(args);
      if (!given.success)
        throw badRequest('bad_arguments', 'The change lacks something, or has something it can’t use.');
      const { customerId, order } = await orderOf(conversationId, orderId);
      const view = await viewOf(customerId, order, language);
      const clientId = messageId && `staff:${staff.id}:${messageId}`;

      return writeConversation(db, { conversationId }, async (writer): Promise<ProposalOutcome> => {
        const { trx, conversation } = writer;
        const sent = clientId ? await writer.sentBefore(clientId) : undefined;
        if (sent?.confirmation) return { outcome: 'proposed', confirmation: sent.confirmation };
        const handoff = await claimedBy(writer, staff);
        const input = { tool, order, args: given.data };
        const checked = proposeChange({ ...input, view });
        if (checked.kind === 'refused') return { outcome: 'refused', because: checked.because, text: checked.text };
        const asked = proposeChange({ ...input, view: { ...view, language: conversation.language } });
        if (asked.kind === 'refused') return { outcome: 'refused', because: asked.because, text: asked.text };
        const voice = await voiceIn(scriptOf(conversation.dialogue) === 'hant' ? 'hant' : 'hans');
        const { change } = asked;
        const confirmation: ConfirmationView = {
          id: change.id,
          action,
          summary: voice.text(change.summary),
          changes: voice.changes(change.changes),
          expiresAt: change.expiresAt,
        };
        // One open question at a time: the newer one counts.
        await writer.endConfirmations('replaced');
        await trx
          .insertInto('confirmations')
          .values({
            id: change.id,
            conversation_id: conversationId,
            customer_id: customerId,
            turn_id: null,
            proposed_by: staff.id,
            action,
            args: storedJson(change.args),
            summary: storedJson(confirmation.summary),
            changes: storedJson(confirmation.changes),
            expires_at: new Date(change.expiresAt),
            settled_at: null,
            result: null,
          })
          .execute();
        await noteReply(writer, handoff);
        await writer.addMessage({
          author: 'agent',
          text: voice.text(asked.text),
          language: conversation.language,
          staffId: staff.id,
          clientId,
          body: { confirmation },
        });
        return { outcome: 'proposed', confirmation };
      });
    },

    withdraw: (conversationId, staff, confirmationId) =>
      writeConversation(db, { conversationId }, async (writer) => {
        await claimedBy(writer, staff);
        const open = await writer.trx
          .selectFrom('confirmations')
          .select('id')
          .where(sql<string>`id::text`, '=', confirmationId)
          .where('conversation_id', '=', conversationId)
          .where('status', '=', 'pending')
          .where('proposed_by', 'is not', null)
          .executeTakeFirst();
        if (!open) throw conflict('confirmation_settled', 'This was confirmed, cancelled or withdrawn already.');
        await writer.endConfirmations('withdrawn');
      }),
  };
}
