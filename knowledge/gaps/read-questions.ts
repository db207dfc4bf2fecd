import { type Kysely, sql } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';
import type { GapKind, GapQuestion } from './ports.ts';

/** A question without a good answer; for a disliked answer with the documents that it cited. */
export interface AskedQuestion extends GapQuestion {
  kind: GapKind;
  cited: string[];
}

/** The latest of each kind. */
const MOST = 5_000;

interface Row {
  conversation_id: string;
  message_id: string;
  question: string;
  language: Language;
  asked_at: Date;
  cited: string[] | null;
}

const toQuestion = (kind: GapKind, row: Row): AskedQuestion => ({
  kind,
  conversationId: row.conversation_id,
  messageId: row.message_id,
  question: row.question,
  language: row.language,
  askedAt: row.asked_at,
  cited: row.cited ?? [],
});

/** What was asked and found no evidence, or got an answer from the knowledge with a thumbs down; oldest first. */
export async function readQuestions(db: Kysely<Database>): Promise<AskedQuestion[]> {
  const unanswered = sql<Row>`
    select conversation_id, message_id, question, language, created_at as asked_at, null as cited
    from unanswered_questions order by created_at desc, id desc limit ${MOST}`.execute(db);
  const disliked = sql<Row>`
    select q.conversation_id, q.id as message_id, q.text as question,
           coalesce(q.language, t.language, 'zh') as language, q.created_at as asked_at,
           array(select c ->> 'documentId' from jsonb_array_elements(coalesce(r.body -> 'citations', '[]')) as c) as cited
    from feedback f
    join messages r on r.id = f.message_id
    join turns t on t.reply_id = r.id
    join messages q on q.id = t.message_id
    where f.rating = 'down' and 'knowledge' = any (t.routes)
    order by f.created_at desc limit ${MOST}`.execute(db);
  const [a, b] = await Promise.all([unanswered, disliked]);
  return [
    ...a.rows.map((row) => toQuestion('unanswered', row)),
    ...b.rows.map((row) => toQuestion('disliked', row)),
  ].sort((x, y) => x.askedAt.getTime() - y.askedAt.getTime() || x.messageId.localeCompare(y.messageId));
}
