import { type Kysely, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { HistoryLine } from '../../graph/engines/engine.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { localText } from '../../stores/local-text.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database, Language, OwnerKind } from '../../stores/schema.ts';
import { outcomesOf } from '../confirmation-outcomes.ts';
import { writeConversation } from '../conversation-write.ts';
import { lastLines } from '../last-lines.ts';
import { messageText } from '../message-text.ts';
import { deskMessage, messageView, selectMessages } from '../message-view.ts';
import type { DeskEntry, DeskService } from '../ports.ts';
import { DESK_CHANNEL } from '../signals.ts';
import type { TypingSignals } from '../typing.ts';
import type { Approval } from './approvals/list-approvals.ts';
import { listAttempts } from './attempts.ts';
import { listProposals } from './changes/list-proposals.ts';
import { claimedBy, createClaims, noteReply } from './claims.ts';
import { findEntry, listEntries } from './desk-entries.ts';
import { followDesk } from './desk-events.ts';

const SHOWN = 500;
const LISTED = 100;
const LONGEST_LIST = 500;

export interface DeskServiceOptions {
  db: Kysely<Database>;
  notifications: Notifications;
  typing: TypingSignals;
  /** A customer's latest orders as cards in the given language, newest first. */
  loadOrders(customerId: string, language: Language): Promise<Array<Record<string, unknown>>>;
  /** Changes of a conversation that wait for a person. */
  loadApprovals(conversationId: string): Promise<Approval[]>;
  /** Drafts a reply for the agent to edit, from what the customer who will read it may read; nothing is sent. */
  suggest(input: {
    conversationId: string;
    reader: OwnerKind;
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

  const claims = createClaims(db);
  const after = async (conversationId: string, step: Promise<void>): Promise<DeskEntry> => {
    await step;
    return entry(conversationId);
  };

  return {
    list: ({ status = ['waiting', 'human'], limit = LISTED, label }) =>
      listEntries(db, { status, label, limit: Math.min(limit, LONGEST_LIST) }),

    async open(conversationId) {
      const opened = await entry(conversationId);
      const { customer, language } = opened;
      const isCustomer = customer.kind === 'customer';
      const [rows, notes, profile, orders, tried, approvals, proposals] = await Promise.all([
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
        listAttempts(db, conversationId),
        options.loadApprovals(conversationId),
        listProposals(db, conversationId, language),
      ]);
      const messages = rows.reverse().map(deskMessage);
      return {
        ...opened,
        messages,
        outcomes: await outcomesOf(db, messages),
        notes: notes.map(({ created_at, ...note }) => ({ ...note, createdAt: created_at.toISOString() })),
        profile: profile ? { ...profile, name: localText(profile.name, language) } : null,
        orders,
        tried,
        approvals,
        proposals,
      };
    },

    claim: (id, staff) => after(id, claims.claim(id, staff)),
    transfer: (id, staff, toStaffId) => after(id, claims.transfer(id, staff, toStaffId)),
    release: (id, staff) => after(id, claims.release(id, staff)),
    giveBack: (id, staff, learned) => after(id, claims.giveBack(id, staff, learned)),
    resolve: (id, staff) => after(id, claims.resolve(id, staff)),

    async reply(conversationId, staff, text, { messageId, original } = {}) {
      const clean = messageText(text);
      const body = original === undefined ? {} : { body: { original: messageText(original) } };
      // Customers' ids and each agent's are kept apart.
      const clientId = messageId && `staff:${staff.id}:${messageId}`;
      const id = await writeConversation(db, { conversationId }, async (writer) => {
        const stored = clientId && (await writer.sentBefore(clientId));
        if (stored) return stored.id;
        const handoff = await claimedBy(writer, staff);
        const { language } = writer.conversation;
        await noteReply(writer, handoff);
        return writer.addMessage({ author: 'agent', text: clean, language, staffId: staff.id, clientId, ...body });
      });
      return messageView(await selectMessages(db).where('m.id', '=', id).executeTakeFirstOrThrow());
    },

    async note(conversationId, staff, text, noteId) {
      const clean = messageText(text);
      const { status } = await entry(conversationId);
      const note = await db
        .insertInto('notes')
        .values({ conversation_id: conversationId, staff_id: staff.id, text: clean, client_id: noteId ?? null })
        // Sent again: the stored one is answered as it is.
        .onConflict((conflict) =>
          conflict.constraint('notes_sent_once').doUpdateSet((eb) => ({ text: eb.ref('notes.text') })),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      await sql`select pg_notify(${DESK_CHANNEL}, ${`${conversationId} ${status}`})`.execute(db);
      return note;
    },

    async type(conversationId, staff) {
      const { claimedBy: owner } = await entry(conversationId);
      if (owner?.id === staff.id) await options.typing.tell({ conversationId, by: 'agent' });
    },

    async suggest(conversationId) {
      const { customer, language } = await entry(conversationId);
      const lines = await lastLines(db, conversationId);
      const history = lines.flatMap(({ author, text }): HistoryLine[] =>
        author === 'system' ? [] : [{ author, text }],
      );
      return options.suggest({ conversationId, reader: customer.kind, history, language });
    },

    events: ({ signal }) => followDesk({ db, notifications: options.notifications, typing: options.typing, signal }),
  };
}
