import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { inOwnLanguage } from './own-language.ts';

const hit = (id: string, language: 'zh' | 'en', evidence: number, kind = 'faq'): Hit =>
  ({ id: `${id}-${language}`, documentId: id, language, evidence, score: evidence, kind, text: id }) as unknown as Hit;

it('quotes a FAQ in the language of the customer, in the place of the other', () => {
  const hits = [hit('hours', 'zh', 0.9), hit('roof', 'en', 0.7), hit('hours', 'en', 0.5), hit('care', 'zh', 0.4)];
  const own = inOwnLanguage(hits, 'en');
  expect(own.map(({ id }) => id)).toEqual(['hours-en', 'roof-en', 'care-zh']);
  expect(own[0]?.evidence).toBe(0.9);
});

const passage = (id: string, language: 'zh' | 'en', evidence: number, text: string): Hit =>
  ({ ...hit(id, language, evidence, 'document'), text }) as Hit;

it('quotes the passage of another document that says the same in the language of the customer', () => {
  const hits = [
    passage('care', 'en', 0.9, 'Wash the cover at 30 °C. Do not use bleach, and dry it in the shade.'),
    passage('returns', 'zh', 0.4, '签收后 14 天内可以退货，运费由顾客承担。'),
    passage('pflege', 'zh', 0.2, '外套用 30 °C 水洗，不要漂白，阴凉处晾干。'),
  ];
  const own = inOwnLanguage(hits, 'zh');
  expect(own.map(({ id }) => id)).toEqual(['pflege-zh', 'returns-zh']);
  expect(own[0]?.evidence).toBe(0.9);
});

it('quotes the FAQ of its own that says the same in the language of the customer', () => {
  const faq = (id: string, language: 'zh' | 'en', evidence: number, text: string) => ({
    ...passage(id, language, evidence, text),
    kind: 'faq' as const,
  });
  const hits = [
    faq('lines', 'zh', 0.9, '客服电话 800-3456，周一到周五 8:00 到 17:30。'),
    faq('call', 'en', 0.3, 'Phone 800-3456, Monday to Friday from 8:00 to 17:30.'),
  ];
  expect(inOwnLanguage(hits, 'en').map(({ id }) => id)).toEqual(['call-en']);
});

it('leaves a passage that nothing says in the language of the customer', () => {
  const hits = [
    passage('care', 'en', 0.9, 'Wash the cover at 30 °C. Do not use bleach, and dry it in the shade.'),
    passage('returns', 'zh', 0.4, '签收后 14 天内可以退货，运费由顾客承担。'),
  ];
  expect(inOwnLanguage(hits, 'zh')).toEqual(hits);
});

it('trusts the passage of its own language by what the other meets better', () => {
  const hits = [
    passage('pflege', 'zh', 0.3, '外套用 30 °C 水洗，不要漂白，阴凉处晾干。'),
    passage('care', 'en', 0.8, 'Wash the cover at 30 °C. Do not use bleach, and dry it in the shade.'),
  ];
  expect(inOwnLanguage(hits, 'zh').map(({ id, evidence }) => [id, evidence])).toEqual([['pflege-zh', 0.8]]);
});
