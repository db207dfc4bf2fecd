import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { ASK_THRESHOLD, EVIDENCE_THRESHOLD } from './evidence.ts';

let fixture: KnowledgeFixture;
beforeAll(async () => {
  fixture = await openKnowledgeFixture();
  for (const [question, answer] of [
    ['How do I descale the AF50?', 'Descale the AF50 with citric acid every three months.'],
    ['Do you deliver on Sundays?', 'We deliver on weekdays only.'],
    ['怎么开发票？', '在订单页申请电子发票。'],
  ] as const)
    await fixture.faqs.create({ question, answer });
});
afterAll(() => fixture?.close());

it('tells how a question was understood and what made each passage win', async () => {
  const found = await fixture.base.retriever.search({
    query: 'invoice for the AF50 in Narnia on weeekdays',
    language: 'en',
    explain: true,
  });
  const unit = (text: string) => found.explanation?.units.find((one) => one.text.startsWith(text));
  expect(unit('narnia')).toMatchObject({ written: 'Narnia', unknown: true, concepts: [] });
  expect(unit('af50')).toMatchObject({ kind: 'model', unknown: false });
  expect(unit('invoic')?.concepts).toContain('发票');
  expect(unit('weekda')).toMatchObject({ written: 'weekdays', correctedFrom: 'weeekdays' });
  expect(found.explanation?.units.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(found.explanation?.verdict).toBe(
    found.evidence >= EVIDENCE_THRESHOLD ? 'answer' : found.evidence >= ASK_THRESHOLD ? 'clarify' : 'decline',
  );
  expect(found.explanation?.threshold).toBe(EVIDENCE_THRESHOLD);

  for (const hit of found.hits) {
    const logit = (hit.why?.features ?? []).reduce((sum, { evidence }) => sum + evidence, hit.why?.bias ?? 0);
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(hit.evidence);
  }
  const af50 = found.hits.find(({ text }) => text.includes('AF50'));
  expect(af50?.why?.met).toContain('af50');
  expect(af50?.why?.missing).toContain('narnia');
});

it('says nothing of it unless asked', async () => {
  const found = await fixture.base.retriever.search({ query: 'Sunday delivery', language: 'en' });
  expect(found).not.toHaveProperty('explanation');
  expect(found.hits[0]).not.toHaveProperty('why');
});
