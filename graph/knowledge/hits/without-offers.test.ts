import { expect, it } from 'vitest';
import type { Hit, Retriever } from '../../../knowledge/types.ts';
import { withoutOffers } from './without-offers.ts';

const hit = (title: string, evidence: number) =>
  ({ kind: 'document', title, heading: null, text: '', evidence }) as Hit;
const hits = [hit('Spring sale: trade-in', 0.9), hit('Drill manual', 0.5)];
const retriever: Retriever = { search: async () => ({ hits, evidence: 0.9, degraded: false }) };
const left = async (text: string, intent: string) =>
  (await withoutOffers(retriever, { text, intent }).search({ query: text, language: 'en' })).hits.map(
    ({ title }) => title,
  );

it('leaves out pages of offers where a thing is asked about, and no offer', async () => {
  expect(await left('my drill broke', 'troubleshooting')).toEqual(['Drill manual']);
  expect(await left('my drill broke, can I trade it in for a discount', 'troubleshooting')).toHaveLength(2);
  expect(await left('is there a sale', 'promotion_question')).toHaveLength(2);
});
