import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { createEventPruning } from './event-pruning.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());

it('removes the events of conversations that rest for a week, and no others', async () => {
  const { db } = database;
  for (const [id, days] of [
    ['resting', 8],
    ['busy', 1],
  ] as const) {
    await sql`insert into conversations (id, owner_kind, owner_id, channel, language, next_seq, event_seq, updated_at)
      values (${id}, 'visitor', 'v', 'web', 'en', 1, 3, now() - ${days} * interval '1 day')`.execute(db);
    for (const seq of [1, 2, 3])
      await sql`insert into conversation_events (conversation_id, seq, type, payload, created_at)
        values (${id}, ${seq}, 'status', '{}', now() - interval '30 days')`.execute(db);
  }
  const pruning = createEventPruning({ db, logger: pino({ level: 'silent' }) });
  await pruning.prune();
  await pruning.stop();
  const left = await db.selectFrom('conversation_events').select(['conversation_id', 'seq']).orderBy('seq').execute();
  expect(left).toEqual([1, 2, 3].map((seq) => ({ conversation_id: 'busy', seq })));
});
