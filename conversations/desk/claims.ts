import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import type { DeskTables } from '../../stores/schema/desk.ts';
import type { ConversationStatus, Database } from '../../stores/schema.ts';
import { type ConversationWriter, writeConversation } from '../conversation-write.ts';
import { backToQueue } from '../handoff/back-to-queue.ts';
import { scriptOf, tellCustomer } from '../handoff/tell-customer.ts';
import { storable } from '../message-text.ts';
import type { StaffMember } from '../ports.ts';

/** Who has a conversation: taken, passed on, given up, ended. One agent at a time; a wrong step is a conflict. */
export interface Claims {
  claim(conversationId: string, staff: StaffMember): Promise<void>;
  /** To another agent, who has it from then on. */
  transfer(conversationId: string, staff: StaffMember, toStaffId: string): Promise<void>;
  /** Back into the queue, at its old place. */
  release(conversationId: string, staff: StaffMember): Promise<void>;
  /** To the bot; `learned` is what it should know and the customer does not read. */
  giveBack(conversationId: string, staff: StaffMember, learned?: string): Promise<void>;
  resolve(conversationId: string, staff: StaffMember): Promise<void>;
}

type Step = DeskTables['handoff_steps']['step'];

export function createClaims(db: Kysely<Database>): Claims {
  /** Ends a claim: the conversation goes back to the bot, or is closed. */
  const end = (
    conversationId: string,
    staff: StaffMember,
    to: { status: ConversationStatus; handoff: 'returned' | 'resolved'; learned?: string | undefined },
  ) =>
    writeConversation(db, { conversationId }, async (writer) => {
      const handoff = await claimedBy(writer, staff);
      const learned = to.learned === undefined ? null : storable(to.learned);
      await writer.trx
        .updateTable('handoffs')
        .set({ status: to.handoff, ended_at: sql`now()`, ended_by: 'agent', learned })
        .where('id', '=', handoff.id)
        .execute();
      await noteStep(writer, handoff.id, to.handoff, staff);
      // What was asked and offered before the person came is over; what was talked about stays in view.
      const script = scriptOf(writer.conversation.dialogue);
      const dialogue = {
        focusOrderIds: handoff.order_ids,
        ...(learned ? { learned } : {}),
        ...(script ? { script } : {}),
      };
      await writer.trx
        .updateTable('conversations')
        .set({ dialogue: JSON.stringify(dialogue) })
        .where('id', '=', conversationId)
        .execute();
      if (to.handoff === 'returned') await tellCustomer(writer, 'returned');
      await writer.setStatus(to.status, { agentName: staff.name });
    });

  return {
    claim: (conversationId, staff) =>
      writeConversation(db, { conversationId }, async (writer) => {
        const { trx, conversation, setStatus } = writer;
        const open = await openHandoff(trx, conversationId);
        if (conversation.status === 'human') {
          if (open?.claimed_by === staff.id) return;
          throw taken(open?.name);
        }
        if (conversation.status !== 'waiting' || !open) {
          throw conflict('not_waiting', 'This conversation does not wait for a person.');
        }
        const claimed = { status: 'claimed' as const, claimed_by: staff.id, claimed_at: sql<Date>`now()` };
        await trx.updateTable('handoffs').set(claimed).where('id', '=', open.id).execute();
        await noteStep(writer, open.id, 'claimed', staff);
        await setStatus('human', { agentName: staff.name });
      }),

    transfer: (conversationId, staff, toStaffId) =>
      writeConversation(db, { conversationId }, async (writer) => {
        const handoff = await claimedBy(writer, staff);
        const to = await writer.trx
          .selectFrom('staff')
          .select(['id', 'name'])
          .where('id', '=', toStaffId)
          .where('role', 'in', ['agent', 'admin'])
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        if (!to) throw notFound('agent');
        if (to.id === staff.id) throw conflict('same_agent', 'You have this conversation already.');
        await writer.trx
          .updateTable('handoffs')
          .set({ claimed_by: to.id, claimed_at: sql`now()` })
          .where('id', '=', handoff.id)
          .execute();
        await noteStep(writer, handoff.id, 'transferred', staff, to.id);
        await tellCustomer(writer, 'passedOn');
        await writer.setStatus('human', { agentName: to.name });
      }),

    release: (conversationId, staff) =>
      writeConversation(db, { conversationId }, async (writer) => {
        const handoff = await claimedBy(writer, staff);
        await backToQueue(writer, { id: handoff.id, staffId: staff.id });
      }),

    giveBack: (conversationId, staff, learned) =>
      end(conversationId, staff, { status: 'bot', handoff: 'returned', learned }),
    resolve: (conversationId, staff) => end(conversationId, staff, { status: 'closed', handoff: 'resolved' }),
  };
}

const openHandoff = (db: Kysely<Database>, conversationId: string) =>
  db
    .selectFrom('handoffs as h')
    .leftJoin('staff as s', 's.id', 'h.claimed_by')
    .select(['h.id', 'h.claimed_by', 'h.order_ids', 'h.first_reply_at', 's.name'])
    .where('h.conversation_id', '=', conversationId)
    .where('h.status', 'in', ['waiting', 'claimed'])
    .executeTakeFirst();

const taken = (name: string | null | undefined) =>
  conflict('already_claimed', `${name ?? 'Somebody else'} has this conversation.`);

const noteStep = (writer: ConversationWriter, handoffId: string, step: Step, staff: StaffMember, to?: string) =>
  writer.trx
    .insertInto('handoff_steps')
    .values({ handoff_id: handoffId, step, staff_id: staff.id, to_staff_id: to ?? null })
    .execute();

/** Keeps when a handoff's first answer was given. */
export async function noteReply(
  { trx }: ConversationWriter,
  handoff: { id: string; first_reply_at: Date | null },
): Promise<void> {
  if (handoff.first_reply_at) return;
  await trx.updateTable('handoffs').set({ first_reply_at: sql`now()` }).where('id', '=', handoff.id).execute();
}

/** The handoff that this agent has; AppError conflict when another has it or nobody does. */
export async function claimedBy({ trx, conversation }: ConversationWriter, staff: StaffMember) {
  const open = await openHandoff(trx, conversation.id);
  if (conversation.status === 'human' && open?.claimed_by === staff.id) return open;
  if (conversation.status === 'human') throw taken(open?.name);
  throw conflict('not_claimed', 'Claim this conversation first.');
}
