import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { createNotifications, type Notifications } from '../stores/notifications.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { createKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import { changeKnowledge, nextRevision } from './sources/knowledge-lock.ts';

/** More than are indexed before the start goes on. */
const MANY = 9_000;
const logger = pino({ level: 'silent' });
let database: DatabaseHandle;
let notifications: Notifications;
let base: KnowledgeBase | undefined;

beforeAll(async () => {
  database = await withTestDatabase();
  notifications = await createNotifications({ url: database.url, logger });
  await sql`
    insert into chunks (id, source_kind, source_id, ordinal, title, text, language, content_hash, live)
    select 'c' || n, 'document', 'd1', n, 'Catalogue of lamps', 'Lamp number L' || n || ' has a shade of linen and costs ' || n,
      'en', 'h' || n, true
    from generate_series(1, ${MANY}::int) n`.execute(database.db);
}, 60_000);
afterEach(async () => {
  await base?.close();
  base = undefined;
});
afterAll(async () => {
  await notifications.close();
  await database.close();
});

const open = async (databaseUrl?: string) => {
  base = await createKnowledgeBase({ db: database.db, databaseUrl, notifications, logger });
  return base;
};
const find = async (knowledge: KnowledgeBase, query: string) => {
  const { hits, degraded } = await knowledge.retriever.search({ query, language: 'en', k: 1 });
  return { id: hits[0]?.id, degraded };
};

it('starts before many chunks are indexed, says so, and in the end finds each of them', async () => {
  const knowledge = await open(database.url);
  expect(knowledge.index.status()).toMatchObject({ state: 'building', of: MANY });
  expect((await find(knowledge, 'lamp L77')).degraded).toBe(true);
  await knowledge.index.built();
  expect(knowledge.index.status()).toEqual({ state: 'ready', chunks: MANY, of: MANY });
  for (const number of [1, 77, 4_321, MANY])
    expect(await find(knowledge, `lamp L${number}`)).toEqual({ id: `c${number}`, degraded: false });
  expect(await knowledge.index.check()).toBe(true);
}, 60_000);

it('is not fooled by what changes while it is built', async () => {
  const knowledge = await open(database.url);
  await changeKnowledge(database.db, async (trx) => {
    const change = trx.updateTable('chunks').set({ revision: nextRevision() });
    await change.set({ text: 'A cupboard of walnut' }).where('id', '=', 'c5').execute();
    await change.set({ live: false }).where('id', '=', 'c6').execute();
  });
  await knowledge.refresh();
  await knowledge.index.built();
  expect((await find(knowledge, 'walnut cupboard')).id).toBe('c5');
  expect((await find(knowledge, 'L6')).id).not.toBe('c6');
  expect(knowledge.size()).toBe(MANY - 1);
  expect(await knowledge.index.check()).toBe(true);
}, 60_000);

it('repairs an index that missed a change', async () => {
  const knowledge = await open();
  // A row that vanishes without a new revision: nobody is told.
  await sql`delete from chunks where id = 'c9'`.execute(database.db);
  expect(await knowledge.index.check()).toBe(false);
  expect(await knowledge.index.check()).toBe(true);
  expect(knowledge.size()).toBe(MANY - 2);
}, 60_000);

it('learns a term for many chunks while it goes on answering', async () => {
  const knowledge = await open(database.url);
  await knowledge.index.built();
  await database.db
    .insertInto('knowledge_terms')
    .values({ id: 't1', zh: ['核桃木'], en: ['walnut'] })
    .execute();
  const learning = knowledge.relearn();
  expect((await find(knowledge, 'walnut')).id).toBe('c5');
  await learning;
  const found = await knowledge.retriever.search({ query: '核桃木', language: 'zh', k: 1 });
  expect(found.hits[0]?.id).toBe('c5');
}, 60_000);
