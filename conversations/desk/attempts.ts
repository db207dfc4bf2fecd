import { type Kysely, sql } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { storedResult } from '../turns/turn-lookup.ts';

/** What the bot tried before a person was called: the newest question last. */
export interface Attempt {
  /** Of the question. */
  messageId: string;
  question: string;
  route: string;
  intent: string;
  /** `settled`: a change was asked to be confirmed; `answered` has sources or cards; `unanswered` found nothing. */
  outcome: 'answered' | 'unanswered' | 'asked_back' | 'settled' | 'failed';
  rating: 'up' | 'down' | null;
}

const SHOWN = 12;

/** The bot's turns of a conversation since its last handoff ended, oldest first; a yes or no to its own question is none. */
export async function listAttempts(db: Kysely<Database>, conversationId: string): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('turns as t')
    .innerJoin('messages as q', 'q.id', 't.message_id')
    .innerJoin('messages as a', 'a.id', 't.reply_id')
    .leftJoin('feedback as f', 'f.message_id', 't.reply_id')
    .leftJoin('unanswered_questions as u', 'u.message_id', 't.message_id')
    .select(['q.id', 'q.text', 't.route', 't.intent', 't.status', 'a.body', 'f.rating', 'u.id as gap'])
    .where('t.conversation_id', '=', conversationId)
    .where('t.route', 'is not', null)
    .where(sql<boolean>`not coalesce(jsonb_path_exists(t.trace, '$[*] ? (@.step == "settle")'), false)`)
    .where('t.created_at', '>', (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom('handoffs')
          .select((one) => one.fn.max('ended_at').as('ended'))
          .where('conversation_id', '=', conversationId),
        eb.val(new Date(0)),
      ),
    )
    .orderBy('t.seq', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.reverse().flatMap(({ id, text, route, intent, status, body, rating, gap }) => {
    if (route === null || route === 'escalate' || route === 'smalltalk') return [];
    const outcome = status === 'failed' ? 'failed' : outcomeOf(route, storedResult(body), gap !== null);
    return [{ messageId: id, question: text, route, intent: intent ?? 'unclear', outcome, rating }];
  });
}

/** How a turn that came to its end went; `gap`: it was noted as unanswered. */
function outcomeOf(route: string, result: ReturnType<typeof storedResult>, gap: boolean): Attempt['outcome'] {
  if (result?.confirmation) return 'settled';
  if (route === 'clarify') return 'asked_back';
  const hasSource = (result?.citations.length ?? 0) + (result?.cards.length ?? 0) > 0;
  return gap || route === 'decline' || !hasSource ? 'unanswered' : 'answered';
}
