import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createChangeTrail } from '../changes/change-trail.ts';
import { contentHash } from '../sources/content-hash.ts';

let fixture: KnowledgeFixture;
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
});
afterAll(() => fixture?.close());

const BY = { id: 's1', name: '小周' };
const lamp = (days: number) => ({
  fileName: 'lamps.md',
  bytes: Buffer.from(`# Globe lamps\n\nA globe lamp has to be dusted every ${days} days.\n`),
});
async function handIn(days: number) {
  const { id } = await fixture.documents.create({ ...lamp(days), title: 'Lamps', source: 'upload', by: BY });
  expect(await fixture.settled(id)).toMatchObject({ status: 'ready', liveVersion: 1, updatedBy: '小周' });
  return id;
}
const answer = async (query = 'How often is a globe lamp dusted?', audiences = ['public']) => {
  const { hits } = await fixture.base.retriever.search({ query, language: 'en', audiences });
  return hits.map((hit) => /(\d+) days/.exec(hit.text)?.[1]).join();
};

it('holds a replacement for review: it answers once published, and never when discarded', async () => {
  const { documents } = fixture;
  const id = await handIn(45);
  await documents.replace(id, lamp(90), { review: true, by: BY });
  expect(await fixture.settled(id)).toMatchObject({ status: 'review', version: 2, liveVersion: 1, chunks: 1 });
  expect(await answer()).toBe('45');
  expect((await documents.chunks(id, { version: 2 })).items[0]?.text).toContain('90 days');
  expect(await text((await documents.file(id, 2)).stream)).toContain('90 days');
  expect(await text((await documents.file(id)).stream)).toContain('45 days');
  expect(await documents.publish(id, BY)).toMatchObject({ status: 'ready', liveVersion: 2 });
  expect(await answer()).toBe('90');
  await expect(documents.publish(id)).rejects.toMatchObject({ status: 409, code: 'nothing_held' });
  expect(await documents.versions(id)).toMatchObject([
    { version: 1, handedInBy: '小周', fileName: 'lamps.md', chunks: 1 },
  ]);
  expect(await text((await documents.file(id, 1)).stream)).toContain('45 days');

  await documents.replace(id, { ...lamp(7), fileName: 'seven.md' }, { review: true });
  await fixture.settled(id);
  expect(await documents.discard(id, BY)).toMatchObject({ status: 'ready', liveVersion: 2, fileName: 'lamps.md' });
  expect(await answer()).toBe('90');
  expect((await documents.chunks(id, { version: 3 })).total).toBe(0);
  await expect(documents.file(id, 3)).rejects.toMatchObject({ status: 404 });
  await documents.replace(id, lamp(8));
  expect(await fixture.settled(id)).toMatchObject({ version: 4, liveVersion: 4 });
  expect((await documents.versions(id)).map(({ version }) => version)).toEqual([2, 1]);

  const { items } = await createChangeTrail(fixture.database.db).list({ subjectId: id });
  expect(items.map(({ action }) => action).reverse()).toEqual([
    'created',
    'replaced',
    'published',
    'replaced',
    'discarded',
    'replaced',
  ]);
  await documents.remove(id, BY);
  expect(await answer()).toBe('');
});

it('changes title and audience of the passages that answer, at once', async () => {
  const { documents } = fixture;
  const id = await handIn(30);
  expect(await documents.change(id, { title: 'Zeppelin care', audience: 'partners' }, BY)).toMatchObject({
    title: 'Zeppelin care',
  });
  expect(await answer()).toBe('');
  expect(await answer('zeppelin care', ['partners'])).toBe('30');
  const [row] = await fixture.database.db.selectFrom('chunks').selectAll().where('source_id', '=', id).execute();
  expect(row?.content_hash).toBe(row && contentHash(row));
  // A title that a person gave outlives the next file's own.
  await documents.replace(id, lamp(31));
  expect(await fixture.settled(id)).toMatchObject({ title: 'Zeppelin care' });
  await documents.remove(id);
});

it('reads a failed file again, and refuses where there is nothing to read', async () => {
  const { documents } = fixture;
  const { id } = await documents.create({ fileName: 'x.pdf', bytes: Buffer.from('%PDF-1.7 broken'), source: 'upload' });
  expect(await fixture.settled(id)).toMatchObject({ status: 'failed' });
  expect(await documents.retry(id, BY)).toMatchObject({ status: 'queued', error: null });
  expect(await fixture.settled(id)).toMatchObject({ status: 'failed', version: 1 });
  const ready = await handIn(12);
  await expect(documents.retry(ready)).rejects.toMatchObject({ status: 409, code: 'nothing_to_retry' });
  expect((await documents.list({ status: 'failed' })).items.map((one) => one.id)).toEqual([id]);
  expect((await documents.list({ q: 'lamps.md', limit: 1 })).total).toBe(1);
});
