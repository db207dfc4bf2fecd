import { describe, expect, it } from 'vitest';
import type { FaqView } from '../ports.ts';
import { readFaqSheet, writeFaqSheet } from './faq-sheet.ts';

const at = new Date('2026-11-20T08:00:00Z');
const faq = (over: Partial<FaqView>): FaqView => ({
  id: 'f1',
  question: 'Can I “pick up”, too?',
  answer: 'Yes,\nfrom "Monday".',
  variants: ['collect; in store', 'pick-up'],
  locale: 'en',
  leftOut: [],
  quotedAnyway: [],
  updatedBy: null,
  createdAt: at,
  updatedAt: at,
  ...over,
});
const FAQS = [
  faq({}),
  faq({
    id: 'f2',
    question: { zh: '能自提吗？', en: 'Pick up?' },
    answer: { zh: '可以。' },
    variants: { zh: ['自取'], en: [] },
    locale: null,
  }),
];

describe('a sheet of FAQs', () => {
  it.each(['csv', 'json'] as const)('comes back from %s as it was written', (format) => {
    const rows = readFaqSheet(writeFaqSheet(FAQS, format), format);
    expect(rows).toEqual(
      FAQS.map(({ id, question, answer, variants, locale }, i) => ({
        row: i + 1,
        id,
        faq: { question, answer, variants, ...(locale ? { locale } : {}) },
      })),
    );
  });

  it('is read as shops keep it', () => {
    const sheet = '标准问,相似问,答案\n怎么退货？,退货流程|我要退货,"七天内，\n在订单页申请。"\n';
    expect(readFaqSheet(sheet, 'csv')).toEqual([
      {
        row: 1,
        faq: { question: '怎么退货？', answer: '七天内，\n在订单页申请。', variants: ['退货流程', '我要退货'] },
      },
    ]);
  });

  it('says what it misses', () => {
    expect(() => readFaqSheet('问题,备注\na,b\n', 'csv')).toThrow(/needs “answer” or “answer_zh”/);
    expect(() => readFaqSheet('{"question":"a"}', 'json')).toThrow(/must be a list/);
    expect(() => readFaqSheet('[', 'json')).toThrow(/not JSON/);
  });
});
