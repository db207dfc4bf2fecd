import { describe, expect, it } from 'vitest';
import { answerTypeOf, holdsAnswer } from './answer-type.ts';

describe('the kind of answer a question wants', () => {
  it.each([
    ['How much is the two-year cover?', 'money'],
    ['延保两年多少钱', 'money'],
    ['how long does a repair take', 'duration'],
    ['退款几天到账', 'duration'],
    ['how many devices can be signed in', 'count'],
    ['When does the sale end?', 'date'],
    ['活动什么时候开始', 'date'],
    ['who pays for return shipping', 'person'],
    ['退货邮费谁出', 'person'],
    ['who pays when I send it back', 'person'],
    ['Where do I send it?', 'place'],
    ['How do I contact the workshop?', 'contact'],
    ['维修电话是多少', 'contact'],
    ['能用优惠券吗', undefined],
  ])('%s: %s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  it('is held by a sentence that adds one, not by one that repeats the question', () => {
    const question = 'How long is the 12 month warranty extended?';
    expect(holdsAnswer('duration', 'The 12 month warranty is extended by 90 days.', question)).toBe(true);
    expect(holdsAnswer('duration', 'The 12 month warranty can be extended.', question)).toBe(false);
    expect(holdsAnswer('money', '满 99 元包邮。', '满多少包邮')).toBe(true);
    expect(holdsAnswer('contact', '报修请拨 0571-8846 1170。', '怎么联系维修')).toBe(true);
    expect(holdsAnswer('contact', '每单 12 元，3–5 天送达。', '怎么联系维修')).toBe(false);
    expect(holdsAnswer('person', '邮费由买家承担。', '邮费谁承担')).toBe(true);
    expect(holdsAnswer('person', 'Postage is due on Monday.', 'who pays postage')).toBe(false);
  });
});
