import { sql } from 'kysely';

/**
 * Of a row of `messages as m`: the customer agreed to a change or declined it, by the button or in a word, and was told
 * right away what became of it. Nobody owes them a reply for it.
 */
export const outcomeFollows = sql<boolean>`exists (
  select 1 from messages told
  where told.conversation_id = m.conversation_id and told.author = 'system'
    and (told.client_id = m.client_id || ':outcome'
      or told.seq = m.seq + 1 and told.client_id like 'confirmation:%:outcome')
)`;
