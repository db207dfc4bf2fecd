import { type Kysely, sql } from 'kysely';
import { conflict } from '../../../config/errors.ts';
import { settledText } from '../../../graph/phrases/settled.ts';
import type { TurnResult } from '../../../graph/turn-result.ts';
import type { Database } from '../../../stores/schema.ts';
import type { ConfirmationSettler } from '../../../tools/settle-confirmation.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { findAnswer } from '../../../understanding/slots/answer.ts';
import { writeConversation } from '../../conversation-write.ts';
import { asCustomerWrites } from '../../handoff/tell-customer.ts';
import { PHRASES } from '../../phrases.ts';
import type { Caller } from '../../ports.ts';
import { alreadySettled, type Settlement } from '../../settlement-message.ts';
import { silentResult } from '../../turns/turn-lookup.ts';

/** Settles what an agent proposed while a person has the conversation: no bot speaks, the customer's word counts. */
export interface ProposalSettler {
  /** A press of the button. Undefined: an agent proposed no such change, or the bot has the conversation. */
  press(settlement: Settlement): Promise<TurnResult | undefined>;
  /**
   * A message to the person: a plain yes or no settles when nothing was said since the proposal; then what was told.
   * After anything else a "yes" may answer the agent, and only the button counts.
   */
  hear(message: { caller: Caller; conversationId: string; seq: number; text: string }): Promise<string | undefined>;
}

const byButton = (id: string) => `confirmation:${id}`;
const outcomeOf = (id: string) => `confirmation:${id}:outcome`;

export function createProposalSettler(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  shop: { currency: string; timeZone: string };
}): ProposalSettler {
  const { db, settler } = deps;

  const proposalsOf = ({ kind, id }: Caller, conversationId: string) =>
    db
      .selectFrom('confirmations as f')
      .innerJoin('conversations as c', 'c.id', 'f.conversation_id')
      .select(['f.id', 'f.status', 'f.expires_at', 'c.language', 'c.dialogue'])
      .where('f.conversation_id', '=', conversationId)
      .where('f.proposed_by', 'is not', null)
      .where('f.customer_id', '=', id)
      .where('c.owner_kind', '=', kind)
      .where('c.owner_id', '=', id)
      .where('c.status', '=', 'human');

  /** Carries it out or drops it, and writes what became of it into the conversation: for one of two at once. */
  async function settle({ caller, conversationId, confirmationId, approve }: Settlement, row: Proposal) {
    const { language } = row;
    const { currency, timeZone } = deps.shop;
    const settled = await settler.settle({
      confirmationId,
      conversationId,
      customerId: caller.id,
      approve,
      now: new Date(),
      view: { language, currency, timeZone },
    });
    const text = await asCustomerWrites(row.dialogue, settledText(settled, language));
    // What the shop's system did not do stays to be answered again.
    const open = settled.outcome === 'unavailable' || settled.outcome === 'in_doubt';
    const once = open ? undefined : outcomeOf(confirmationId);
    const told = await writeConversation(db, { conversationId, owner: caller }, async (writer) => {
      if (once && (await writer.sentBefore(once))) return false;
      await writer.addMessage({ author: 'system', text, language, clientId: once });
      await writer.tellConfirmation(confirmationId);
      return true;
    });
    return told ? text : undefined;
  }

  return {
    async press(settlement) {
      const { caller, conversationId, confirmationId, approve } = settlement;
      const row = await proposalsOf(caller, conversationId)
        .where(sql<string>`f.id::text`, '=', confirmationId)
        .executeTakeFirst();
      if (!row) return undefined;
      if (row.status === 'expired' || (row.status === 'pending' && row.expires_at <= new Date()))
        throw conflict('confirmation_expired', 'This question has run out. Please ask for the change again.');
      const { language } = row;
      const word = await asCustomerWrites(row.dialogue, PHRASES[approve ? 'approve' : 'reject'][language]);
      const clientId = byButton(confirmationId);
      await writeConversation(db, { conversationId, owner: caller }, async (writer) => {
        if (await writer.sentBefore(outcomeOf(confirmationId))) throw alreadySettled();
        // There already: a press before, whose settling broke off.
        if (await writer.sentBefore(clientId)) return;
        await writer.addMessage({ author: 'customer', text: word, language, clientId });
      });
      const text = await settle(settlement, row);
      if (text === undefined) throw alreadySettled();
      return { ...silentResult({ conversationId, status: 'human', language }), text };
    },

    async hear({ caller, conversationId, seq, text }) {
      const answer = findAnswer(normaliseText(text));
      if (!answer) return undefined;
      const row = await proposalsOf(caller, conversationId)
        .where('f.status', '=', 'pending')
        .where('f.expires_at', '>', new Date())
        .where(
          sql<string>`f.id::text`,
          '=',
          sql<string>`(
            select m.body -> 'confirmation' ->> 'id' from messages m
            where m.conversation_id = f.conversation_id and m.seq < ${seq} order by m.seq desc limit 1
          )`,
        )
        .executeTakeFirst();
      return row && settle({ caller, conversationId, confirmationId: row.id, approve: answer === 'yes' }, row);
    },
  };
}

interface Proposal {
  language: TurnResult['language'];
  dialogue: unknown;
}
