import type { Kysely } from 'kysely';
import { notFound } from '../config/errors.ts';
import type { ShopProfile } from '../graph/shop.ts';
import type { ConfirmationView } from '../graph/turn-result.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Database, Language } from '../stores/schema.ts';
import { keepCardEvent } from './card-events.ts';
import { outcomesOf } from './confirmation-outcomes.ts';
import { confirmationView } from './confirmation-view.ts';
import { followEvents } from './conversation-events.ts';
import { findContinued } from './find-continued.ts';
import { type CustomerHandoff, handoffView } from './handoff/customer-handoff.ts';
import { storable } from './message-text.ts';
import { messageView, selectMessages } from './message-view.ts';
import type { Caller, ConversationService } from './ports.ts';
import { createConversationSignals } from './signals.ts';
import type { RunningTurnService } from './turns/turn-service.ts';
import type { TypingSignals } from './typing.ts';

/** Messages that a history shows: the newest. */
const SHOWN = 500;
const LONGEST_COMMENT = 2_000;

export interface ConversationServiceOptions {
  db: Kysely<Database>;
  notifications: Notifications;
  typing: TypingSignals;
  shop: Pick<ShopProfile, 'openingHours' | 'timeZone'>;
  handoff: CustomerHandoff;
  turns: Pick<RunningTurnService, 'settle'>;
}

/** The customer's side beside the turns; {@link close} ends its listening. */
export function createConversationService(
  options: ConversationServiceOptions,
): ConversationService & { close(): void } {
  const { db, turns } = options;
  const signals = createConversationSignals(options.notifications);

  return {
    continued: (caller, lastReply) => findContinued(db, caller, lastReply),

    history: (caller, conversationId) =>
      // One snapshot: the events after lastEventId are exactly those that this view does not show.
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => {
          const { status, language, event_seq } = await ownConversation(trx, caller, conversationId);
          const rows = await selectMessages(trx)
            .where('m.conversation_id', '=', conversationId)
            .orderBy('m.seq', 'desc')
            .limit(SHOWN)
            .execute();
          const messages = rows.reverse().map(messageView);
          return {
            conversationId,
            status,
            language,
            messages,
            outcomes: await outcomesOf(trx, messages),
            pendingConfirmation: await pendingOf(trx, conversationId, language),
            handoff:
              status === 'waiting' || status === 'human'
                ? await handoffView(trx, options.shop, conversationId, new Date())
                : null,
            lastEventId: event_seq,
            now: new Date().toISOString(),
          };
        }),

    async *events(caller, conversationId, { after, signal }) {
      const { event_seq } = await ownConversation(db, caller, conversationId);
      yield* followEvents({ db, signals, typing: options.typing, conversationId, after: after ?? event_seq, signal });
    },

    handoff: options.handoff,

    async type(caller, conversationId) {
      const { status } = await ownConversation(db, caller, conversationId);
      if (status === 'human') await options.typing.tell({ conversationId, by: 'customer' });
    },

    settleConfirmation: (caller, conversationId, confirmationId, approve) =>
      turns.settle({ caller, conversationId, confirmationId, approve }),

    keepCardEvent: (caller, conversationId, event) => keepCardEvent(db, caller, conversationId, event),

    async giveFeedback(caller, conversationId, { messageId, rating, reason, comment }) {
      await ownConversation(db, caller, conversationId);
      const message = await db
        .selectFrom('messages')
        .select('id')
        .where('id', '=', messageId)
        .where('conversation_id', '=', conversationId)
        .where('author', 'in', ['bot', 'agent'])
        .executeTakeFirst();
      if (!message) throw notFound('message');
      const given = {
        rating,
        reason: reason ?? null,
        comment: comment === undefined ? null : storable(comment).slice(0, LONGEST_COMMENT),
      };
      await db
        .insertInto('feedback')
        .values({ message_id: messageId, conversation_id: conversationId, ...given })
        .onConflict((conflict) => conflict.column('message_id').doUpdateSet(given))
        .execute();
    },

    close: signals.close,
  };
}

async function ownConversation(db: Kysely<Database>, caller: Caller, conversationId: string) {
  const row = await db
    .selectFrom('conversations')
    .select(['status', 'language', 'event_seq'])
    .where('id', '=', conversationId)
    .where('owner_kind', '=', caller.kind)
    .where('owner_id', '=', caller.id)
    .executeTakeFirst();
  if (!row) throw notFound('conversation');
  return row;
}

/** The write that waits for a yes or no, if its time has not run out. */
async function pendingOf(
  db: Kysely<Database>,
  conversationId: string,
  language: Language,
): Promise<ConfirmationView | null> {
  const row = await db
    .selectFrom('confirmations')
    .select(['id', 'action', 'summary', 'changes', 'expires_at'])
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  if (!row) return null;
  return confirmationView({ ...row, expiresAt: row.expires_at.toISOString() }, language);
}
