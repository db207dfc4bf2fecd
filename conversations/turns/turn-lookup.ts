import type { Kysely } from 'kysely';
import { emptyReply, type TurnResult, turnResultSchema } from '../../graph/turn-result.ts';
import type { ConversationStatus, Database, Language } from '../../stores/schema.ts';
import type { Caller } from '../ports.ts';

/** A stored customer message with what became of it. */
export interface StoredTurn {
  conversationId: string;
  messageId: string;
  replyId: string;
  /** Null: a person had the conversation, no turn was made. */
  turnId: string | null;
  /** Undefined while the turn is open. */
  result: TurnResult | undefined;
}

/** The outcome of a message that no bot answers: a person has the conversation, or will. */
export const silentResult = (conversation: {
  conversationId: string;
  status: ConversationStatus;
  language: Language;
}): TurnResult => ({
  ...conversation,
  messageId: null,
  route: 'escalate',
  routes: ['escalate'],
  intent: 'human_agent',
  confidence: 1,
  ...emptyReply(),
});

/** A reply's body as it was stored. Undefined: the row is no bot reply. */
export const storedResult = (body: unknown): TurnResult | undefined => turnResultSchema.safeParse(body).data;

const messagesWithTurns = (db: Kysely<Database>) =>
  db
    .selectFrom('messages as m')
    .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
    .leftJoin('turns as t', 't.message_id', 'm.id')
    .leftJoin('messages as reply', 'reply.id', 't.reply_id')
    .select([
      'm.conversation_id as conversationId',
      'm.id as messageId',
      't.id as turnId',
      't.reply_id as replyId',
      't.status as turnStatus',
      'reply.body as body',
      'c.status as status',
      'c.language as language',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof messagesWithTurns>['execute']>>[number];

function storedTurn(row: Row | undefined): StoredTurn | undefined {
  if (!row) return undefined;
  const { conversationId, messageId, turnId, status, language } = row;
  const open = row.turnStatus === 'queued' || row.turnStatus === 'running';
  return {
    conversationId,
    messageId,
    turnId,
    replyId: row.replyId ?? messageId,
    result: open ? undefined : (storedResult(row.body) ?? silentResult({ conversationId, status, language })),
  };
}

export const findTurn = async (db: Kysely<Database>, turnId: string): Promise<StoredTurn | undefined> =>
  storedTurn(await messagesWithTurns(db).where('t.id', '=', turnId).executeTakeFirst());

export const findResent = async (
  db: Kysely<Database>,
  caller: Caller,
  conversationId: string,
  clientId: string,
): Promise<StoredTurn | undefined> =>
  storedTurn(
    await messagesWithTurns(db)
      .where('m.conversation_id', '=', conversationId)
      .where('m.client_id', '=', clientId)
      .where('c.owner_kind', '=', caller.kind)
      .where('c.owner_id', '=', caller.id)
      .executeTakeFirst(),
  );

/** The open turn that comes first, else the last one. */
export async function findCurrent(db: Kysely<Database>, conversationId: string): Promise<StoredTurn | undefined> {
  const turns = messagesWithTurns(db).where('t.conversation_id', '=', conversationId).limit(1);
  const open = await turns.where('t.status', 'in', ['queued', 'running']).orderBy('t.seq').executeTakeFirst();
  return storedTurn(open ?? (await turns.orderBy('t.seq', 'desc').executeTakeFirst()));
}
