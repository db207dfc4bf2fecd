import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { removeLeftoverRows } from './leftover-rows.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  await sql`
    insert into chunks (id, source_kind, source_id, ordinal, title, text, language, audience, content_hash, live)
    values ('c1', 'faq', 'f1', 1, 'Kites', 'Kites fly until dusk.', 'en', 'public', 'kept', true)`.execute(db);
  await sql`
    insert into embeddings (content_hash, model, vector)
    select hash, model, '{0.6,0.8}' from unnest(array['kept', 'gone']) hash, unnest(array['earlier', 'answers', 'comes']) model`.execute(
    db,
  );
  const place = { model: 'answers', dimensions: 2, generation: 3 };
  const building = { model: 'comes', beside: true, done: 1, total: 2 };
  await sql`insert into settings (key, value) values ('vectors-elsewhere', ${JSON.stringify({ place, building })})`.execute(
    db,
  );
});
afterAll(() => database.close());

const left = async () =>
  (await database.db.selectFrom('embeddings').select(['content_hash', 'model']).orderBy('model').execute()).map(
    ({ content_hash, model }) => `${content_hash} ${model}`,
  );

it('removes vectors of texts that are gone, and when somebody asks for a purge those of a model given up', async () => {
  expect(await removeLeftoverRows(database.db, 'light')).toMatchObject({ vectors: 3 });
  expect(await left()).toEqual(['kept answers', 'kept comes', 'kept earlier']);
  expect(await removeLeftoverRows(database.db, 'full')).toMatchObject({ vectors: 1 });
  expect(await left()).toEqual(['kept answers', 'kept comes']);
});
