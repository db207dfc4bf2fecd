import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNotifications, type Notifications } from '../../stores/notifications.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../knowledge-base.ts';
import { ownedChunk, putChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';

const logger = pino({ level: 'silent' });
let fixture: KnowledgeFixture;
/** Plays another web process: an index and a pool of its own. */
let other: KnowledgeBase;
let heard: Notifications;

beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  const { db, url } = fixture.database;
  heard = await createNotifications({ url, logger });
  other = await createKnowledgeBase({ db, databaseUrl: url, notifications: heard, logger });
});
afterAll(async () => {
  await other.close();
  await heard.close();
  await fixture.close();
});

const text = (days: number) =>
  `# Globe lamps\n\nA globe lamp has to be dusted every ${days} days.\n\n${'Lamps are sold with a cord. '.repeat(40)}\n`;
const bytes = (days: number) => Buffer.from(text(days));
const daysFound = async (base: KnowledgeBase) => {
  const { hits } = await base.retriever.search({ query: 'How often is a globe lamp dusted?', language: 'en' });
  return [...new Set(hits.flatMap((hit) => /every (\d+) days/.exec(hit.text)?.[1] ?? []))];
};

it('finds exactly one version while a document is replaced again and again, in two processes', async () => {
  const { id } = await fixture.documents.create({ fileName: 'lamps.md', bytes: bytes(1), source: 'upload' });
  await fixture.settled(id);
  let over = false;
  const seen: string[][] = [];
  const searching = [fixture.base, other, fixture.base, other].map(async (base) => {
    while (!over) seen.push(await daysFound(base));
  });
  for (let version = 2; version <= 12; version += 1) {
    await fixture.documents.replace(id, { fileName: 'lamps.md', bytes: bytes(version) });
    await fixture.settled(id);
    // At once, in both: the one that published it and the one that has to hear of it.
    expect(await daysFound(other)).toEqual([String(version)]);
    expect(await daysFound(fixture.base)).toEqual([String(version)]);
  }
  over = true;
  await Promise.all(searching);
  expect(seen.length).toBeGreaterThan(50);
  expect(seen.filter((days) => days.length !== 1)).toEqual([]);
  await fixture.documents.remove(id);
  expect(await daysFound(other)).toEqual([]);
});

it('finds nothing of a removed FAQ in another process, not even before that has heard of it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await fixture.faqs.create({
      question: 'Do you mend kaleidoscopes?',
      answer: `Yes, on day ${round}.`,
    });
    const ask = () => other.retriever.search({ query: 'Do you mend kaleidoscopes?', language: 'en' });
    expect((await ask()).hits[0]?.text).toBe(`Yes, on day ${round}.`);
    await fixture.faqs.remove(id);
    expect((await ask()).hits.filter((hit) => hit.documentId === id)).toEqual([]);
  }
});

it('answers beside a thousand new passages, finds them once they are in, and nothing that was removed behind them', async () => {
  const { id } = await fixture.faqs.create({ question: 'Do you mend gramophones?', answer: 'Yes, on Fridays.' });
  const ask = async (query: string) => (await other.retriever.search({ query, language: 'en' })).hits;
  expect((await ask('Do you mend gramophones?'))[0]?.documentId).toBe(id);
  const content = (i: number) => ({
    title: `Barometer ${i}`,
    heading: null,
    text: `Barometer number ${i} is set by its screw. `.repeat(20),
    keywords: '',
  });
  const rows = Array.from({ length: 1_000 }, (_, i) =>
    ownedChunk({ kind: 'faq', sourceId: `barometer-${i}`, language: 'en', content: content(i) }),
  );
  await changeKnowledge(fixture.database.db, (trx) => putChunks(trx, rows));
  expect((await ask('Do you mend gramophones?'))[0]?.documentId).toBe(id);
  await fixture.faqs.remove(id);
  expect((await ask('Do you mend gramophones?')).filter((hit) => hit.documentId === id)).toEqual([]);
  await other.refresh();
  expect((await ask('How is barometer number 999 set?'))[0]?.documentId).toBe('barometer-999');
});
