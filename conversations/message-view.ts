import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { confirmationSchema } from '../graph/turn-result.ts';
import type { Database } from '../stores/schema.ts';
import type { DeskMessage, MessageView } from './ports.ts';
import { storedResult } from './turns/turn-lookup.ts';

/** Messages with what a reader is shown beside them. */
export const selectMessages = (db: Kysely<Database>) =>
  db
    .selectFrom('messages as m')
    .leftJoin('staff as s', 's.id', 'm.staff_id')
    .leftJoin('feedback as f', 'f.message_id', 'm.id')
    .select([
      'm.id',
      'm.author',
      'm.text',
      'm.language',
      'm.created_at',
      's.name as agent_name',
      'f.rating',
      // A customer's body is not for readers.
      sql<unknown>`case when m.author in ('bot', 'agent') then m.body end`.as('body'),
    ]);

export type MessageRow = Pick<
  Selectable<Database['messages']>,
  'id' | 'author' | 'text' | 'language' | 'created_at'
> & {
  agent_name: string | null;
  rating: 'up' | 'down' | null;
  body: unknown;
};

const agentBodySchema = z.object({
  confirmation: confirmationSchema.optional().catch(undefined),
  original: z.string().optional().catch(undefined),
});

/** What an agent's message holds beside its text. */
export const agentBody = (body: unknown): z.infer<typeof agentBodySchema> => agentBodySchema.safeParse(body).data ?? {};

export function messageView(row: MessageRow): MessageView {
  const result = row.author === 'bot' ? storedResult(row.body) : undefined;
  const { confirmation } = row.author === 'agent' ? agentBody(row.body) : {};
  return {
    id: row.id,
    author: row.author,
    text: row.text,
    language: row.language,
    createdAt: row.created_at.toISOString(),
    ...(row.author === 'agent' && row.agent_name !== null ? { agentName: row.agent_name } : {}),
    ...(result ? { result } : {}),
    ...(confirmation ? { confirmation } : {}),
    ...(row.rating ? { feedback: row.rating } : {}),
  };
}

/** The same for the desk: with what an agent wrote before it was translated, which the customer never sees. */
export function deskMessage(row: MessageRow): DeskMessage {
  const { original } = row.author === 'agent' ? agentBody(row.body) : {};
  return { ...messageView(row), ...(original === undefined ? {} : { original }) };
}
