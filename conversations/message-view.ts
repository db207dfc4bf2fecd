import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../stores/schema.ts';
import type { MessageView } from './ports.ts';
import { storedResult } from './turn-lookup.ts';

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
      // Only a bot's body is for readers.
      sql<unknown>`case m.author when 'bot' then m.body end`.as('body'),
    ]);

export type MessageRow = Pick<
  Selectable<Database['messages']>,
  'id' | 'author' | 'text' | 'language' | 'created_at'
> & {
  agent_name: string | null;
  rating: 'up' | 'down' | null;
  body: unknown;
};

export function messageView(row: MessageRow): MessageView {
  const result = row.author === 'bot' ? storedResult(row.body) : undefined;
  return {
    id: row.id,
    author: row.author,
    text: row.text,
    language: row.language,
    createdAt: row.created_at.toISOString(),
    ...(row.author === 'agent' && row.agent_name !== null ? { agentName: row.agent_name } : {}),
    ...(result ? { result } : {}),
    ...(row.rating ? { feedback: row.rating } : {}),
  };
}
