import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAskedQuestion } from '../../testing/asked-questions.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createGapService } from './gap-service.ts';
import type { GapService } from './ports.ts';

let fixture: KnowledgeFixture;
let gaps: GapService;
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  gaps = createGapService({ db: fixture.database.db, base: fixture.base });
  for (const [question, answer] of [
    ['How long is the warranty?', 'The warranty lasts two years from delivery.'],
    ['怎么退货？', '七天内在订单页申请退货。'],
  ] as const)
    await fixture.faqs.create({ question, answer });
});
afterAll(() => fixture?.close());

it('groups, drafts, and takes a matter from the list once the knowledge answers it', async () => {
  const { db } = fixture.database;
  const first = await writeAskedQuestion(db, { question: '可以货到付款吗', language: 'zh', unanswered: true });
  await writeAskedQuestion(db, { question: 'Can I pay cash on delivery?', language: 'en', unanswered: true });
  await writeAskedQuestion(db, { question: '货到付款支持吗？', language: 'zh', unanswered: true });
  await writeAskedQuestion(db, { question: 'Do you sell gift cards?', language: 'en', unanswered: true });

  const { items, total } = await gaps.list();
  expect(items.map(({ count, languages }) => [count, languages])).toEqual([
    [3, { zh: 2, en: 1 }],
    [1, { zh: 0, en: 1 }],
  ]);
  expect(total).toBe(2);
  const cash = items[0];
  expect(cash).toMatchObject({ id: `u-${first.messageId}`, status: 'open', kind: 'unanswered' });

  const draft = await gaps.draft(cash?.id ?? '');
  expect([draft.question, ...draft.variants].sort()).toEqual(
    ['可以货到付款吗', 'Can I pay cash on delivery?', '货到付款支持吗？'].sort(),
  );
  expect(draft).toMatchObject({ answer: '', sources: [], language: 'zh' });
  const { question, variants } = draft;
  await fixture.faqs.create({ question, variants, answer: '支持货到付款，签收时付现金。' });
  expect((await gaps.list()).items.map((gap) => gap.question)).toEqual(['Do you sell gift cards?']);
  expect((await gaps.list({ status: 'answered' })).items.map((gap) => gap.id)).toEqual([cash?.id]);
});

it('sets a matter aside, also when it is asked again in other words, until it is restored', async () => {
  const [gift] = (await gaps.list()).items;
  await gaps.dismiss(gift?.id ?? '', { id: 's1', name: 'Kim' });
  const again = { question: 'are gift cards sold?', language: 'en', unanswered: true } as const;
  await writeAskedQuestion(fixture.database.db, again);
  expect((await gaps.list()).items).toEqual([]);
  expect((await gaps.list({ status: 'dismissed' })).items).toMatchObject([{ id: gift?.id, count: 2 }]);
  await gaps.restore(gift?.id ?? '');
  expect((await gaps.list()).items).toHaveLength(1);
  await expect(gaps.dismiss('u-nothing')).rejects.toMatchObject({ status: 404 });
});

it('counts answers with a thumbs down, until another source answers', async () => {
  const [faq] = (await fixture.faqs.list({ q: 'warranty' })).items;
  const asked = { question: 'How long is the warranty on batteries?', language: 'en' } as const;
  await writeAskedQuestion(fixture.database.db, { ...asked, rating: 'down', citedId: faq?.id });
  await writeAskedQuestion(fixture.database.db, { ...asked, question: 'How long is the warranty?', rating: 'up' });
  expect((await gaps.list({ kind: 'disliked' })).items).toMatchObject([{ ...asked, count: 1, status: 'open' }]);
  await fixture.faqs.create({ question: asked.question, answer: 'Batteries have a warranty of six months.' });
  expect((await gaps.list({ kind: 'disliked' })).items).toEqual([]);
});

it('drafts an answer in the language of the question, and shows sentences of another only as sources', async () => {
  const { db } = fixture.database;
  await writeAskedQuestion(db, { question: '保修多长时间，包电池吗', language: 'zh', unanswered: true });
  const gap = (await gaps.list({ status: 'answered' })).items.find(({ question }) => question.startsWith('保修'));
  const draft = await gaps.draft(gap?.id ?? '');
  expect(draft.sources.map(({ quote }) => quote).join()).toContain('warranty');
  expect(draft.answer).toBe('');
});
