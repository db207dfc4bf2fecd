import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAskedQuestion } from '../../testing/asked-questions.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createTermService } from '../terms/term-service.ts';
import type { PreviewService } from './ports.ts';
import { createPreviewService } from './preview-service.ts';

let fixture: KnowledgeFixture;
let preview: PreviewService;
let warrantyId: string;
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  const { db } = fixture.database;
  preview = createPreviewService({ db, base: fixture.base });
  const warranty = await fixture.faqs.create({ question: 'How long is the warranty?', answer: 'Two years.' });
  warrantyId = warranty.id;
  await fixture.faqs.create({ question: '怎么退货？', answer: '七天内在订单页申请退货。' });
  for (const [question, language] of [
    ['How long is the warranty?', 'en'],
    ['how long is the warranty', 'en'],
    ['可以货到付款吗', 'zh'],
    ['怎么退货', 'zh'],
  ] as const)
    await writeAskedQuestion(db, { question, language });
});
afterAll(() => fixture?.close());

const changes = async (change: Parameters<PreviewService['preview']>[0]) =>
  (await preview.preview(change)).questions.map((one) => [one.question, one.count, one.change]);

it('tells what an FAQ would answer, and what its change or removal would take away, and changes nothing', async () => {
  const cash = { question: '支持货到付款吗？', answer: '支持，签收时付现金。' };
  const report = await preview.preview({ kind: 'faq', faq: cash });
  expect(report).toMatchObject({ checked: 3, truncated: false });
  expect(report.questions).toMatchObject([
    {
      ...{ question: '可以货到付款吗', language: 'zh', change: 'now_answered' },
      before: { verdict: 'decline', citation: null },
      after: { verdict: 'answer', citation: { kind: 'faq', documentId: 'new', quote: cash.answer } },
    },
  ]);
  expect((await fixture.faqs.list({ q: '货到付款' })).total).toBe(0);

  expect(await changes({ kind: 'remove', source: 'faq', id: warrantyId })).toEqual([
    ['how long is the warranty', 2, 'no_longer_answered'],
  ]);
  const longer = { question: 'How long is the warranty?', answer: 'Three years.' };
  expect(await changes({ kind: 'faq', id: warrantyId, faq: longer })).toEqual([
    ['how long is the warranty', 2, 'other_text'],
  ]);
  await expect(preview.preview({ kind: 'remove', source: 'faq', id: 'x' })).rejects.toMatchObject({ status: 404 });
});

it('foresees what a held version will do once it is published', async () => {
  const { documents } = fixture;
  const file = (text: string) => ({ fileName: 'pay.md', bytes: Buffer.from(`# 支付\n\n${text}\n`) });
  const { id } = await documents.create({ ...file('我们接受银行卡。'), source: 'upload' });
  await fixture.settled(id);
  await expect(preview.preview({ kind: 'document', id })).rejects.toMatchObject({ code: 'nothing_held' });
  await documents.replace(id, file('我们支持货到付款，签收时付款。'), { review: true });
  await fixture.settled(id);
  const foreseen = (await preview.preview({ kind: 'document', id })).questions;
  expect(foreseen).toMatchObject([{ question: '可以货到付款吗', change: 'now_answered' }]);
  await documents.publish(id);
  const { evidence } = await fixture.base.retriever.search({
    ...{ query: '可以货到付款吗', language: 'zh', k: 6, kinds: ['document', 'faq'] },
  });
  // The index weighs words a little differently once the passages are in it.
  expect(Math.abs(evidence - (foreseen[0]?.after.evidence ?? 0))).toBeLessThan(0.1);
});

it('tells which questions words would bring an answer or take it away, before they are taught, changed or forgotten', async () => {
  const { db } = fixture.database;
  const terms = createTermService({ db, relearn: () => fixture.base.relearn() });
  await fixture.faqs.create({ question: '晨露壶怎么清洗？', answer: '晨露壶用温水冲洗，不能放进洗碗机。' });
  const question = 'Tell me about the dewpot';
  await writeAskedQuestion(db, { question, language: 'en' });

  const term = { zh: ['晨露壶'], en: ['dewpot'] };
  const foreseen = (await preview.preview({ kind: 'term', term })).questions;
  expect(foreseen).toMatchObject([
    { question, change: 'now_answered', before: { verdict: 'decline' }, after: { citation: { kind: 'faq' } } },
  ]);
  const search = () =>
    fixture.base.retriever.search({ query: question, language: 'en', k: 6, kinds: ['document', 'faq'] });
  expect((await search()).evidence).toBeLessThan(foreseen[0]?.after.evidence ?? 0);
  expect((await terms.list()).total).toBe(0);

  const { id } = await terms.create(term);
  // What was foreseen has come true.
  expect((await search()).evidence).toBeCloseTo(foreseen[0]?.after.evidence ?? 0, 1);
  expect(await changes({ kind: 'term', id, term: { ...term, en: ['dawn kettle'] } })).toEqual([
    [question, 1, 'no_longer_answered'],
  ]);
  expect(await changes({ kind: 'remove', source: 'term', id })).toEqual([[question, 1, 'no_longer_answered']]);
  expect(await changes({ kind: 'term', id, term: { ...term, note: '2026' } })).toEqual([]);
  await expect(preview.preview({ kind: 'term', term })).rejects.toMatchObject({ code: 'term_exists' });
  await expect(preview.preview({ kind: 'term', term: { zh: ['壶'], en: [] } })).rejects.toMatchObject({
    code: 'invalid_term',
  });
  await expect(preview.preview({ kind: 'remove', source: 'term', id: 'x' })).rejects.toMatchObject({ status: 404 });
});
