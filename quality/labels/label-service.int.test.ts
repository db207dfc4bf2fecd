import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { loadIntents } from '../../understanding/intents.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { createDatasetService } from '../datasets/dataset-service.ts';
import { createLabelFiles } from './label-files.ts';
import { createLabelService } from './label-service.ts';
import type { By, LabelService, TurnQuery } from './ports.ts';

const catalogue = loadIntents();
const mei: By = { id: null, name: 'mei@example.com' };
const tom: By = { id: null, name: 'tom@example.com' };
const QUERY: TurnQuery = { queue: 'doubt', state: 'all', limit: 50, offset: 0 };

let database: DatabaseHandle;
let labels: LabelService;

/** A finished turn as the program stores it. */
async function turn(
  text: string,
  options: { intent?: string; confidence?: number; second?: number; rating?: 'down'; unanswered?: boolean } = {},
): Promise<string> {
  const { db } = database;
  const id = randomUUID();
  const { intent = 'track_order', confidence = 0.9, second = 0.05 } = options;
  const request = {
    text,
    intent,
    route: 'order',
    confidence,
    slots: slotsSchema.parse({ orderIds: ['A100'] }),
    isQuestion: true,
    alternatives: [{ intent: 'refund_status', confidence: second }],
  };
  const trace = [
    { step: 'understand', atMs: 1, data: { requests: [request] } },
    { step: 'search', atMs: 2, data: { hits: [{ id: 'chunk-2' }, { id: 'chunk-1' }, { id: 'gone' }] } },
  ];
  await db.insertInto('conversations').values({ id, owner_kind: 'visitor', owner_id: 'v' }).execute();
  const message = { conversation_id: id, language: 'zh' as const };
  await db
    .insertInto('messages')
    .values([
      { ...message, id: `${id}-1`, seq: 1, author: 'customer', text },
      { ...message, id: `${id}-2`, seq: 2, author: 'bot', text: '好的' },
    ])
    .execute();
  const { id: turnId } = await db
    .insertInto('turns')
    .values({
      conversation_id: id,
      message_id: `${id}-1`,
      reply_id: `${id}-2`,
      seq: 1,
      status: 'done',
      route: 'order',
      intent,
      confidence,
      language: 'zh',
      trace: JSON.stringify(trace),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (options.rating)
    await db
      .insertInto('feedback')
      .values({ message_id: `${id}-2`, conversation_id: id, rating: 'down' })
      .execute();
  if (options.unanswered)
    await db
      .insertInto('unanswered_questions')
      .values({ conversation_id: id, message_id: `${id}-1`, question: text, language: 'zh', topic: text })
      .execute();
  return turnId;
}
const label = (text: string, intent: string) => ({
  requests: [{ text, intent, slots: [], inContext: false }],
  reply: null,
  note: null,
});
const texts = async (over: Partial<TurnQuery>) =>
  (await labels.list({ ...QUERY, ...over })).turns.map(({ text }) => text);

let sure: string;
let unsure: string;

beforeAll(async () => {
  database = await withTestDatabase();
  labels = createLabelService({ db: database.db, intents: new Set(catalogue.intents.map(({ id }) => id)) });
  sure = await turn('我的包裹到哪了', { confidence: 0.99, second: 0 });
  unsure = await turn('那个退了没有呀', { confidence: 0.4, second: 0.39 });
  await turn('回答得太差了', { rating: 'down', confidence: 0.95 });
  await turn('你们老板是谁', { unanswered: true, confidence: 0.95, intent: 'store_info' });
});
afterAll(() => database.close());

it('puts the doubtful first, and has lists for bad ratings and unanswered questions', async () => {
  const all = await texts({});
  expect(all[0]).toBe('那个退了没有呀');
  expect(all.at(-1)).toBe('我的包裹到哪了');
  expect(await texts({ queue: 'feedback' })).toEqual(['回答得太差了']);
  expect(await texts({ queue: 'unanswered' })).toEqual(['你们老板是谁']);
  expect(await texts({ intent: 'store_info' })).toEqual(['你们老板是谁']);
  expect(await texts({ q: '包裹' })).toEqual(['我的包裹到哪了']);
  expect(await texts({ q: '%' })).toEqual([]);
});

it('shows what was understood, in the terms of a label', async () => {
  const [first] = (await labels.find(unsure)).predicted;
  expect(first).toMatchObject({ intent: 'track_order', slots: [{ name: 'orderIds', value: 'A100' }] });
  expect(first?.alternatives[0]?.intent).toBe('refund_status');
});

it('keeps one label a labeller, shows where two differ, and lets one count', async () => {
  await expect(labels.save(unsure, label('x', 'no_such_intent'), mei)).rejects.toMatchObject({
    code: 'unknown_intent',
  });
  await labels.save(unsure, label('那个退了没有呀', 'return_request'), mei);
  await labels.save(unsure, label('那个退了没有呀', 'refund_status'), mei);
  expect((await labels.find(unsure)).labels).toHaveLength(1);
  expect(await texts({ state: 'open' })).not.toContain('那个退了没有呀');
  expect(await texts({ state: 'second', labeller: tom.name })).toEqual(['那个退了没有呀']);
  expect(await texts({ state: 'second', labeller: mei.name })).toEqual([]);

  const differing = await labels.save(unsure, label('那个退了没有呀', 'return_request'), tom);
  expect(differing.disputed).toBe(true);
  expect(await texts({ state: 'disputed' })).toEqual(['那个退了没有呀']);
  const datasets = createDatasetService({ db: database.db, catalogue });
  await expect(datasets.create({ note: null, by: mei })).rejects.toMatchObject({ code: 'no_labels' });

  const toms = differing.labels.find(({ labeller }) => labeller === tom.name);
  expect((await labels.settle(toms?.id ?? '')).disputed).toBe(false);
  const dataset = await datasets.create({ note: 'first', by: mei });
  expect(dataset.counts.intents.return_request?.labels).toBe(1);
  expect(dataset.counts.intents.refund_status?.labels).toBe(0);

  // The same labels are the same version; a snapshot stays as it is.
  expect(await datasets.create({ note: 'again', by: tom })).toMatchObject({ version: dataset.version, created: false });
  await labels.remove(unsure, tom);
  await labels.remove(unsure, mei);
  expect((await datasets.rows(dataset.version)).filter(({ origin }) => origin === 'label')).toHaveLength(1);
});

it('skips without labelling', async () => {
  await labels.skip(sure, mei);
  expect(await texts({ state: 'skipped' })).toEqual(['我的包裹到哪了']);
  expect(await labels.summary()).toMatchObject({ labels: 0, skipped: 1, disputed: 0 });
  await labels.remove(sure, mei);
});

it('takes a file in once, and gives it out masked or not', async () => {
  const files = createLabelFiles({ db: database.db, catalogue });
  const text = [
    '{"id":"a","text":"订单KF20250001到哪了","requests":[{"text":"订单KF20250001到哪了","intent":"track_order"}],"reply":"马上到"}',
    '{"text":"hm","requests":[{"text":"hm","intent":"bogus"}]}',
  ].join('\n');
  const options = { format: 'own' as const, dryRun: false, by: mei };
  expect(await files.import(text, { ...options, dryRun: true })).toMatchObject({ added: 1, updated: 0 });
  expect(await files.import(text, options)).toMatchObject({
    added: 1,
    bad: [{ line: 2, field: 'requests.0.intent' }],
  });
  expect(await files.import(text, options)).toMatchObject({ added: 0, updated: 1 });
  expect(await files.export({ format: 'own', mask: false })).toContain('KF20250001');
  const masked = await files.export({ format: 'openai-router', mask: true });
  expect(masked).not.toContain('KF20250001');
  expect(masked.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(await files.export({ format: 'openai-writer', mask: true })).messages.at(-1).content).toBe(
    '马上到',
  );
});

it('gives a good reply out with the passages that the turn had found, in their order', async () => {
  await database.db
    .insertInto('chunks')
    .values(
      ['chunk-1', 'chunk-2'].map((id, ordinal) => ({
        id,
        source_kind: 'document' as const,
        source_id: 'd',
        ordinal,
        title: `title of ${id}`,
        text: `text of ${id}`,
        language: 'zh' as const,
        content_hash: id,
        live: true,
      })),
    )
    .execute();
  await labels.save(sure, { ...label('我的包裹到哪了', 'track_order'), reply: '在路上 [1]。' }, mei);
  const files = createLabelFiles({ db: database.db, catalogue });
  const line = (await files.lines()).find(({ reply }) => reply === '在路上 [1]。');
  expect(line?.passages?.map(({ text }) => text)).toEqual(['text of chunk-2', 'text of chunk-1']);
});
