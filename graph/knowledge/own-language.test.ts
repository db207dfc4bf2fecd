import { expect, it } from 'vitest';
import type { Hit } from '../../knowledge/types.ts';
import { inOwnLanguage } from './own-language.ts';

const hit = (id: string, language: 'zh' | 'en', evidence: number, kind = 'faq'): Hit =>
  ({ id: `${id}-${language}`, documentId: id, language, evidence, score: evidence, kind }) as unknown as Hit;

it('quotes a FAQ in the language of the customer, in the place of the other', () => {
  const hits = [hit('hours', 'zh', 0.9), hit('roof', 'en', 0.7), hit('hours', 'en', 0.5), hit('care', 'zh', 0.4)];
  const own = inOwnLanguage(hits, 'en');
  expect(own.map(({ id }) => id)).toEqual(['hours-en', 'roof-en', 'care-zh']);
  expect(own[0]?.evidence).toBe(0.9);
});

it('leaves documents as they are', () => {
  const hits = [hit('a', 'zh', 0.9, 'document'), hit('a', 'en', 0.5, 'document')];
  expect(inOwnLanguage(hits, 'en')).toEqual(hits);
});
