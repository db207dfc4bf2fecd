import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createTurnTraces } from '../traces/turn-traces.ts';
import { createCaseService } from './case-service.ts';
import { readCases } from './read-cases.ts';

let database: DatabaseHandle;
const by = { id: null, name: 'mei@example.com' };
const trace = [
  { step: 'understand', atMs: 1, data: { requests: [] } },
  { step: 'search', atMs: 3, data: { question: 'q', hits: [{ id: 'chunk-1' }, { id: 'chunk-2' }, { id: 'gone' }] } },
  {
    step: 'model',
    atMs: 9,
    data: {
      purpose: 'answer',
      passages: ['chunk-2', 'chunk-1'],
      messages: [
        { role: 'user', text: '<passage n="1">…</passage>\n<passage n="2">…</passage>\n<history>…</history>' },
      ],
    },
  },
];

beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  await db
    .insertInto('conversations')
    .values({ id: 'c1', owner_kind: 'customer', owner_id: 'C9', language: 'en' })
    .execute();
  const message = { conversation_id: 'c1', language: 'en' as const };
  await db
    .insertInto('messages')
    .values([
      { ...message, id: 'm0', seq: 0, author: 'agent', text: 'Good evening' },
      { ...message, id: 'm1', seq: 1, author: 'customer', text: 'Return A1001 please, I am mei@example.com' },
      {
        ...message,
        id: 'r1',
        seq: 2,
        author: 'bot',
        text: 'Within thirty days [1].',
        body: JSON.stringify({ citations: [{ title: 'Returns', documentId: 'd' }] }),
      },
      { ...message, id: 'm2', seq: 3, author: 'customer', text: 'to a person' },
      { ...message, id: 'a1', seq: 4, author: 'agent', text: 'Hello' },
    ])
    .execute();
  const turn = { conversation_id: 'c1', status: 'done' as const, language: 'en' as const };
  await db
    .insertInto('turns')
    .values([
      {
        ...turn,
        message_id: 'm1',
        reply_id: 'r1',
        seq: 1,
        route: 'knowledge',
        intent: 'return_policy',
        trace: JSON.stringify(trace),
      },
      { ...turn, message_id: 'm2', reply_id: 'none', seq: 3, error_code: 'with_person' },
    ])
    .execute();
  const chunk = {
    source_kind: 'document' as const,
    source_id: 'd',
    title: 'Returns',
    language: 'en' as const,
    content_hash: 'h',
  };
  await db
    .insertInto('chunks')
    .values([
      { ...chunk, id: 'chunk-1', ordinal: 1, text: 'Thirty days from delivery.' },
      { ...chunk, id: 'chunk-2', ordinal: 2, text: 'Taken away.', deleted: true },
    ])
    .execute();
});
afterAll(() => database?.close());

it('makes a case of a conversation: expecting what was answered, without how to reach the customer', async () => {
  const draft = await createCaseService(database.db).draft('c1');
  expect(draft).toMatchObject({
    language: 'en',
    customer: 'C9',
    lines: [
      {
        say: 'Return A1001 please, I am {email}',
        expect: { route: 'knowledge', intent: 'return_policy', cites: ['Returns'], says: [] },
      },
      { say: 'to a person', expect: { cites: [] } },
    ],
  });
  expect(JSON.stringify(draft)).not.toContain('thirty days');
  await expect(createCaseService(database.db).draft('nobody')).rejects.toMatchObject({ code: 'not_found' });
});

it('shows a trace by turn, message or reply, with the passages that are still there', async () => {
  const traces = createTurnTraces(database.db);
  const found = await traces.find('r1');
  expect(found).toMatchObject({ text: 'Return A1001 please, I am mei@example.com', reply: 'Within thirty days [1].' });
  expect(found.trace[1]).toMatchObject({
    data: { hits: [{ text: 'Thirty days from delivery.' }, { text: null }, { text: null }] },
  });
  const kept = '<passage n="1">…</passage>\n<passage n="2">\nThirty days from delivery.\n</passage>';
  expect(found.trace[2]).toMatchObject({
    data: { messages: [{ text: `${kept}\n<history>\nagent: Good evening\n</history>` }] },
  });
  expect(await traces.find('m1')).toEqual(found);
  expect(await traces.find(found.turnId)).toEqual(found);
  await expect(traces.find('unknown')).rejects.toMatchObject({ code: 'not_found' });
});

it('keeps, changes, writes out and removes cases; they outlive their conversation', async () => {
  const cases = createCaseService(database.db);
  const draft = await cases.draft('c1');
  await expect(cases.add({ ...draft, conversationId: 'never-begun' }, by)).rejects.toMatchObject({ status: 404 });
  const { id } = await cases.add({ ...draft, name: 'call +86 13800001111', conversationId: 'c1' }, by);
  expect(await cases.find(id)).toMatchObject({ conversationId: 'c1', createdBy: by.name, name: 'call {phone}' });
  const [line] = draft.lines;
  await cases.change(id, { ...draft, name: 'Returns', lines: line ? [line] : [] });
  expect(readCases(await cases.lines(), 'cases.jsonl')).toEqual([{ ...draft, id, name: 'Returns', lines: [line] }]);
  await database.db.deleteFrom('conversations').where('id', '=', 'c1').execute();
  expect(await cases.list()).toMatchObject([{ id, conversationId: null }]);
  await cases.remove(id);
  expect(await cases.list()).toEqual([]);
  await expect(cases.remove('no id')).rejects.toMatchObject({ code: 'not_found' });
});
