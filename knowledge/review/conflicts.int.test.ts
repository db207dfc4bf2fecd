import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createConflictService } from './conflict-service.ts';

let fixture: KnowledgeFixture;
let conflicts: ReturnType<typeof createConflictService>;
const service = () =>
  createConflictService({ db: fixture.database.db, base: fixture.base, logger: pino({ level: 'silent' }) });
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  conflicts = service();
});
afterAll(async () => {
  await conflicts?.close();
  await fixture?.close();
});

/** The report once the comparison is through. */
const settled = (query?: Parameters<typeof conflicts.report>[0]) =>
  vi.waitFor(
    async () => {
      const report = await conflicts.report(query);
      expect(report.state).toBe('ready');
      return report;
    },
    { timeout: 10_000 },
  );

it('tells what contradicts, keeps what was set aside aside, and looks again when the knowledge changes', async () => {
  const { documents, faqs } = fixture;
  const bytes = Buffer.from('# Warranty\n\nA paid repair is guaranteed for 60 days against the same fault.\n');
  const { id } = await documents.create({ fileName: 'warranty.en.md', bytes, source: 'upload' });
  await fixture.settled(id);
  const faq = await faqs.create({ question: '维修有质保吗？', answer: '付费维修的同一故障享受 90 天质保。' });

  const [finding] = (await settled()).items;
  expect(finding).toMatchObject({ kind: 'contradiction', dismissed: false });
  // As the passage writes it, not as the index cuts it.
  if (finding?.a.documentId === id) expect(finding.about).toMatch(/repair|guaranteed/);
  expect([finding?.valueA, finding?.valueB].sort()).toEqual(['60 days', '90 天']);
  expect([finding?.a.documentId, finding?.b.documentId].sort()).toEqual([id, faq.id].sort());

  const { groups, counts } = await conflicts.groups({ list: 'contradiction' });
  expect(counts).toEqual({ contradiction: 1, duplicate: 0, dismissed: 0 });
  expect(groups[0]?.points[0]?.versions.map(({ value }) => value).sort()).toEqual(['60 days', '90 天']);

  await conflicts.dismiss(groups[0]?.id ?? '', { id: 's1', name: 'Kim' });
  expect((await settled()).total).toBe(0);
  expect((await settled({ dismissed: true })).items).toMatchObject([{ id: finding?.id, dismissed: true }]);
  // A web process that has compared nothing yet may get the request.
  const another = service();
  await another.restore(finding?.id ?? '');
  await another.close();
  expect((await settled({ kind: 'contradiction' })).total).toBe(1);
  await expect(conflicts.dismiss('nothing')).rejects.toMatchObject({ status: 404 });

  await faqs.update(faq.id, { question: '维修有质保吗？', answer: '付费维修的同一故障享受 60 天质保。' });
  expect(await settled()).toMatchObject({ total: 0, passages: 2, progress: 1 });
});
