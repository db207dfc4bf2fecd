import type { Kysely } from 'kysely';
import type { Notifications } from '../../stores/notifications.ts';
import type { ConversationStatus, Database } from '../../stores/schema.ts';
import type { DeskChange } from '../ports.ts';
import { DESK_CHANNEL, parseSignal } from '../signals.ts';
import type { TypingSignals } from '../typing.ts';
import { createWakeUp } from '../wake-up.ts';

const LONGEST_SILENCE = 60_000;

/** Changes at the desk. A slow listener hears of a conversation once, with its newest status. */
export async function* followDesk(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  typing: TypingSignals;
  signal: AbortSignal;
}): AsyncIterable<DeskChange> {
  const { db, notifications, signal } = options;
  const typing = new Set<string>();
  const changed = new Map<string, ConversationStatus>();
  const wakeUp = createWakeUp();
  let listening = false;
  let missed = false;
  const unsubscribe = notifications.subscribe(DESK_CHANNEL, (payload) => {
    const change = payload === null ? undefined : parseSignal(payload);
    if (change) {
      changed.delete(change.conversationId);
      changed.set(change.conversationId, change.status);
    } else missed = listening;
    wakeUp.call();
  });
  const unlisten = options.typing.listen(({ conversationId, by }) => {
    if (by !== 'customer') return;
    typing.add(conversationId);
    wakeUp.call();
  });
  listening = true;
  try {
    while (!signal.aborted) {
      if (missed) {
        missed = false;
        for (const { id, status } of await recentlyAtDesk(db)) changed.set(id, status);
      }
      for (const [conversationId, status] of changed) {
        changed.delete(conversationId);
        yield { type: 'changed', conversationId, status };
        if (signal.aborted) return;
      }
      for (const conversationId of typing) {
        typing.delete(conversationId);
        yield { type: 'typing', conversationId };
        if (signal.aborted) return;
      }
      await wakeUp.wait(LONGEST_SILENCE, signal);
    }
  } finally {
    unsubscribe();
    unlisten();
  }
}

/** What may have changed while no notification could be heard. */
const recentlyAtDesk = (db: Kysely<Database>) =>
  db
    .selectFrom('conversations')
    .select(['id', 'status'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('handoffs')
        .select('conversation_id')
        .where((or) =>
          or.or([or('status', 'in', ['waiting', 'claimed']), or('ended_at', '>', new Date(Date.now() - 600_000))]),
        ),
    )
    .limit(500)
    .execute();
