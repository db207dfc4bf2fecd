import type { Kysely } from 'kysely';
import type { Database } from '../stores/schema.ts';
import { type MessageRow, messageView, selectMessages } from './message-view.ts';
import type { ConversationEvent } from './ports.ts';
import type { ConversationSignals } from './signals.ts';
import type { TypingSignals } from './typing.ts';
import { createWakeUp } from './wake-up.ts';

const BATCH = 200;
/** A look without a signal: the limit of what a lost notification can cost. */
const LONGEST_SILENCE = 15_000;

/** Events after a number, oldest first, with the messages they speak of. */
async function readEvents(db: Kysely<Database>, conversationId: string, after: number) {
  const rows = await db
    .selectFrom('conversation_events')
    .select(['seq', 'type', 'payload'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(BATCH)
    .execute();
  const ids = rows.flatMap((row) => (typeof row.payload.messageId === 'string' ? [row.payload.messageId] : []));
  const messages = new Map<string, MessageRow>();
  if (ids.length > 0) {
    for (const row of await selectMessages(db).where('m.id', 'in', ids).execute()) messages.set(row.id, row);
  }
  return rows.map(({ seq, type, payload }): ConversationEvent & { id: number } => {
    const message = typeof payload.messageId === 'string' ? messages.get(payload.messageId) : undefined;
    const known = type === 'message' || type === 'confirmation' ? type : 'status';
    return { id: seq, type: known, payload: message ? { ...messageView(message) } : payload };
  });
}

/** Every event after `after`, without gap or double, until the signal aborts. */
export async function* followEvents(options: {
  db: Kysely<Database>;
  signals: ConversationSignals;
  typing: TypingSignals;
  conversationId: string;
  after: number;
  signal: AbortSignal;
}): AsyncIterable<ConversationEvent> {
  const { db, signals, conversationId, signal } = options;
  const wakeUp = createWakeUp();
  // Listening begins before reading: what is written in between wakes the next look.
  const unlisten = signals.listen(conversationId, wakeUp.call);
  let typing = false;
  const unlistenTyping = options.typing.listen((heard) => {
    if (heard.conversationId !== conversationId || heard.by !== 'agent') return;
    typing = true;
    wakeUp.call();
  });
  try {
    let after = options.after;
    while (!signal.aborted) {
      const events = await readEvents(db, conversationId, after);
      for (const event of events) {
        after = event.id;
        yield event;
        if (signal.aborted) return;
      }
      if (typing && !signal.aborted) {
        typing = false;
        yield { id: null, type: 'typing', payload: { by: 'agent' } };
      }
      if (events.length < BATCH) await wakeUp.wait(LONGEST_SILENCE, signal);
    }
  } finally {
    unlisten();
    unlistenTyping();
  }
}
