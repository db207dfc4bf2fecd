import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { keepCardEvent } from './card-events.ts';

let database: DatabaseHandle;
const ann = { kind: 'customer', id: 'ann' } as const;
beforeAll(async () => {
  database = await withTestDatabase();
  await database.pool.query(`
    insert into conversations (id, owner_kind, owner_id, channel, language, next_seq, event_seq)
      values ('talk', 'customer', 'ann', 'web', 'en', 3, 1);
    insert into messages (id, conversation_id, seq, author, text, body) values
      ('reply', 'talk', 2, 'bot', 'Here', '{"cards": [{"type": "products", "products": [{"id": "tent"}, {"id": "pegs"}]}]}')`);
});
afterAll(() => database.close());

it('keeps each event once, of shown products only, and of one’s own replies only', async () => {
  const event = { messageId: 'reply', kind: 'clicked' as const, productIds: ['tent', 'tent', 'gold'] };
  expect(await keepCardEvent(database.db, ann, 'talk', event)).toBe(1);
  expect(await keepCardEvent(database.db, ann, 'talk', event)).toBe(0);
  expect(await keepCardEvent(database.db, ann, 'talk', { ...event, kind: 'added' })).toBe(1);
  const bo = { kind: 'customer', id: 'bo' } as const;
  await expect(keepCardEvent(database.db, bo, 'talk', event)).rejects.toMatchObject({ status: 404 });
  await expect(keepCardEvent(database.db, ann, 'talk', { ...event, messageId: 'x' })).rejects.toMatchObject({
    status: 404,
  });
});
