import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createChangeTrail } from '../changes/change-trail.ts';
import { EVIDENCE_THRESHOLD } from '../retrieval/evidence.ts';
import type { TermService } from './ports.ts';
import { createTermService } from './term-service.ts';

let fixture: KnowledgeFixture;
let terms: TermService;
const BY = { id: 's1', name: '小周' };
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  terms = createTermService({ db: fixture.database.db, relearn: () => fixture.base.relearn() });
  await fixture.faqs.create({
    question: 'What is in the starter kit?',
    answer: 'The starter kit holds a dripper, 40 paper filters and 250 g of beans.',
    locale: 'en',
  });
  await fixture.faqs.create({
    question: '晨露壶怎么清洗？',
    answer: '晨露壶用温水冲洗，不能放进洗碗机。',
    locale: 'zh',
  });
  for (const [question, answer] of [
    ['Do you deliver on Sundays?', 'We deliver on weekdays only.'],
    ['怎么开发票？', '在订单页申请电子发票。'],
  ] as const)
    await fixture.faqs.create({ question, answer });
});
afterAll(() => fixture?.close());

const found = async (query: string, language: 'zh' | 'en') => {
  const { hits, evidence } = await fixture.base.retriever.search({ query, language });
  return evidence >= EVIDENCE_THRESHOLD ? hits[0]?.text : undefined;
};

it('finds a passage by words that nobody but the shop uses, in both languages, as soon as they are taught', async () => {
  expect(await found('小白盒里面有什么', 'zh')).toBeUndefined();
  expect(await found('Tell me about the dewpot', 'en')).toBeUndefined();
  const kit = await terms.create({ zh: ['小白盒'], en: ['starter kit'] }, BY);
  const pot = await terms.create({ zh: ['晨露壶'], en: ['dewpot'], note: '2026' }, BY);
  expect(await found('小白盒里面有什么', 'zh')).toContain('40 paper filters');
  expect(await found('Tell me about the dewpot', 'en')).toContain('洗碗机');
  expect((await terms.list({ q: 'DEWPOT' })).items).toEqual([expect.objectContaining({ id: pot.id, note: '2026' })]);

  await terms.update(kit.id, { zh: ['新手罐'], en: ['starter kit'] }, BY);
  expect(await found('新手罐里面有什么', 'zh')).toContain('40 paper filters');
  expect(await found('小白盒里面有什么', 'zh')).toBeUndefined();
  await terms.remove(kit.id, BY);
  expect(await found('新手罐里面有什么', 'zh')).toBeUndefined();

  const { items } = await createChangeTrail(fixture.database.db).list({ kind: 'term', subjectId: kit.id });
  expect(items.map(({ action, by }) => [action, by?.name])).toEqual([
    ['removed', '小周'],
    ['updated', '小周'],
    ['created', '小周'],
  ]);
});

it('gives a word to one entry only, and says which has it', async () => {
  const first = await terms.create({ zh: ['冰滴塔', '冰滴架'], en: [] });
  await expect(terms.create({ zh: ['冰滴塔'], en: ['drip tower'] })).rejects.toMatchObject({
    code: 'term_exists',
    status: 409,
    details: { id: first.id, word: '冰滴塔' },
  });
  await terms.update(first.id, { zh: ['冰滴塔'], en: ['drip tower'] });
  await expect(terms.update('nobody', { zh: ['甲乙'], en: ['yes please kit'] })).rejects.toMatchObject({ status: 404 });
});

it('takes a sheet in: new words, more words for an entry, faults by row, and all or nothing when asked to try', async () => {
  const row = (n: number, zh: string[], en: string[]) => ({ row: n, term: { zh, en } });
  const sheet = [
    row(1, ['磨豆仪'], ['bean mill']),
    row(2, ['磨豆仪', '磨豆器'], []),
    row(3, ['冰滴塔'], ['drip tower']),
    row(4, ['豆'], ['bean']),
    row(5, ['磨豆器', '冰滴塔'], []),
  ];
  const report = { added: 1, updated: 1, unchanged: 1, faults: [{ row: 4 }, { row: 5 }] };
  const before = (await terms.list()).total;
  expect(await terms.import(sheet, { dryRun: true })).toMatchObject(report);
  expect((await terms.list()).total).toBe(before);
  expect(await terms.import(sheet, { by: BY })).toMatchObject(report);
  expect((await terms.list({ q: '磨豆' })).items).toMatchObject([{ zh: ['磨豆仪', '磨豆器'], en: ['bean mill'] }]);
  await terms.import([row(1, ['温控手柄'], ['brew handle'])], { replace: true });
  expect((await terms.list()).items.map(({ zh }) => zh)).toEqual([['温控手柄']]);
});
