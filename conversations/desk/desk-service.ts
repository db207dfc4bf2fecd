import { type Kysely, sql } from 'kysely';
import { conflict, notFound } from '../../config/errors.ts';
import type { HistoryLine } from '../../graph/engines/engine.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { localText } from '../../stores/local-text.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { ConversationStatus, Database, Language } from '../../stores/schema.ts';
import { type ConversationWriter, writeConversation } from '../conversation-write.ts';
import { messageText } from '../message-text.ts';
import { messageView, selectMessages } from '../message-view.ts';
import type { DeskEntry, DeskService, StaffMember } from '../ports.ts';
import { DESK_CHANNEL } from '../signals.ts';
import { findEntry, listEntries } from './desk-entries.ts';
import { followDesk } from './desk-events.ts';

const SHOWN = 500;
const LISTED = 100;
const LONGEST_LIST = 500;

export interface DeskServiceOptions {
  db: Kysely<Database>;
  notifications: Notifications;
  /** A customer's latest orders as cards in the given language, newest first. */
  loadOrders(customerId: string, language: Language): Promise<Array<Record<string, unknown>>>;
  /** Drafts a reply for the agent to edit; nothing is sent. */
  suggest(input: {
    conversationId: string;
    history: HistoryLine[];
    language: Language;
  }): Promise<{ text: string; citations: TurnResult['citations'] }>;
}

/** The agents' side: who claimed a conversation is the only one who speaks in it, until it is returned or resolved. */
export function createDeskService(options: DeskServiceOptions): DeskService {
  const { db } = options;

  const entry = async (conversationId: string): Promise<DeskEntry> => {
    const found = await findEntry(db, conversationId);
    if (!found) throw notFound('conversation');
    return found;
  };

  /** Ends a claim: the conversation goes back to the bot, or is closed. */
  const end = async (
    conversationId: string,
    staff: StaffMember,
    to: { status: ConversationStatus; handoff: 'returned' | 'resolved' },
  ) => {
    await writeConversation(db, { conversationId }, async (writer) => {
      await claimedBy(writer, staff);
      await writer.trx
        .updateTable('handoffs')
        .set({ status: to.handoff, ended_at: sql`now()` })
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'claimed')
        .execute();
      await writer.setStatus(to.status, { agentName: staff.name });
    });
    return entry(conversationId);
  };

  return {
    list: ({ status = ['waiting', 'human'], limit = LISTED }) =>
      listEntries(db, { status, limit: Math.min(limit, LONGEST_LIST) }),

    async open(conversationId) {
      const opened = await entry(conversationId);
      const { customer, language } = opened;
      const isCustomer = customer.kind === 'customer';
      const [messages, notes, profile, orders] = await Promise.all([
        selectMessages(db)
          .where('m.conversation_id', '=', conversationId)
          .orderBy('m.seq', 'desc')
          .limit(SHOWN)
          .execute(),
        db
          .selectFrom('notes')
          .innerJoin('staff', 'staff.id', 'notes.staff_id')
          .select(['notes.id', 'staff.name as author', 'notes.text', 'notes.created_at'])
          .where('conversation_id', '=', conversationId)
          .orderBy('notes.created_at')
          .limit(SHOWN)
          .execute(),
        isCustomer
          ? db
              .selectFrom('customers')
              .select(['id', 'name', 'email', 'phone', 'locale'])
              .where('id', '=', customer.id)
              .executeTakeFirst()
          : undefined,
        isCustomer ? options.loadOrders(customer.id, language) : [],
      ]);
      return {
        ...opened,
        messages: messages.reverse().map(messageView),
        notes: notes.map(({ created_at, ...note }) => ({ ...note, createdAt: created_at.toISOString() })),
        profile: profile ? { ...profile, name: localText(profile.name, language) } : null,
        orders,
      };
    },

    async claim(conversationId, staff) {
      await writeConversation(db, { conversationId }, async ({ trx, conversation, setStatus }) => {
        const open = await openHandoff(trx, conversationId);
        if (conversation.status === 'human') {
          if (open?.claimed_by === staff.id) return;
          throw conflict('already_claimed', `${open?.name ?? 'Somebody else'} has this conversation.`);
        }
        if (conversation.status !== 'waiting' || !open) {
          throw conflict('not_waiting', 'This conversation does not wait for a person.');
        }
        const claimed = { status: 'claimed' as const, claimed_by: staff.id, claimed_at: sql<Date>`now()` };
        await trx.updateTable('handoffs').set(claimed).where('id', '=', open.id).execute();
        await setStatus('human', { agentName: staff.name });
      });
      return entry(conversationId);
    },

    async reply(conversationId, staff, text) {
      const clean = messageText(text);
      const id = await writeConversation(db, { conversationId }, async (writer) => {
        await claimedBy(writer, staff);
        const { language } = writer.conversation;
        return writer.addMessage({ author: 'agent', text: clean, language, staffId: staff.id });
      });
      return messageView(await selectMessages(db).where('m.id', '=', id).executeTakeFirstOrThrow());
    },

    async note(conversationId, staff, text) {
      const clean = messageText(text);
      const { status } = await entry(conversationId);
      const note = await db
        .insertInto('notes')
        .values({ conversation_id: conversationId, staff_id: staff.id, text: clean })
        .returning('id')
        .executeTakeFirstOrThrow();
      await sql`select pg_notify(${DESK_CHANNEL}, ${`${conversationId} ${status}`})`.execute(db);
      return note;
    },

    giveBack: (conversationId, staff) => end(conversationId, staff, { status: 'bot', handoff: 'returned' }),
    resolve: (conversationId, staff) => end(conversationId, staff, { status: 'closed', handoff: 'resolved' }),

    async suggest(conversationId) {
      const { language } = await entry(conversationId);
      const lines = await db
        .selectFrom('messages')
        .select(['author', 'text'])
        .where('conversation_id', '=', conversationId)
        .orderBy('seq', 'desc')
        .limit(12)
        .execute();
      const history = lines
        .reverse()
        .flatMap(({ author, text }): HistoryLine[] => (author === 'system' ? [] : [{ author, text }]));
      return options.suggest({ conversationId, history, language });
    },

    events: ({ signal }) => followDesk({ db, notifications: options.notifications, signal }),
  };
}

const openHandoff = (db: Kysely<Database>, conversationId: string) =>
  db
    .selectFrom('handoffs as h')
    .leftJoin('staff as s', 's.id', 'h.claimed_by')
    .select(['h.id', 'h.claimed_by', 's.name'])
    .where('h.conversation_id', '=', conversationId)
    .where('h.status', 'in', ['waiting', 'claimed'])
    .executeTakeFirst();

/** AppError conflict unless this agent has the conversation. */
async function claimedBy({ trx, conversation }: ConversationWriter, staff: StaffMember): Promise<void> {
  const open = await openHandoff(trx, conversation.id);
  if (conversation.status === 'human' && open?.claimed_by === staff.id) return;
  if (conversation.status === 'human') {
    throw conflict('already_claimed', `${open?.name ?? 'Somebody else'} has this conversation.`);
  }
  throw conflict('not_claimed', 'Claim this conversation first.');
}
