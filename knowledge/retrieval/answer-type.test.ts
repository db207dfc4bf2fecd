import { describe, expect, it } from 'vitest';
import { answerTypeOf, holdsAnswer } from './answer-type.ts';

const said = (text: string) => ({ kind: 'sentence', text, lead: null }) as const;
const row = (lead: string, text: string) => ({ kind: 'row', text, lead }) as const;

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
    ['押金多久退', 'duration'],
    ['When do I get my deposit back?', 'date'],
    ['运费谁出', 'person'],
    ['押金多少', 'money'],
    ['Is there a deposit?', 'money'],
  ])('%s: %s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  it.each(['七至十个工作日', '三个自然日', '三十分钟', '12 days', 'about fifteen working days'])(
    'finds a span of time in %s',
    (text) => {
      expect(holdsAnswer('duration', said(text), 'how long does it take')).toBe(true);
    },
  );

  it('is held by a sentence that adds one, not by one that repeats the question', () => {
    const question = 'How long is the 12 month warranty extended?';
    expect(holdsAnswer('duration', said('The 12 month warranty is extended by 90 days.'), question)).toBe(true);
    expect(holdsAnswer('duration', said('The 12 month warranty can be extended.'), question)).toBe(false);
    expect(holdsAnswer('money', said('满 99 元包邮。'), '满多少包邮')).toBe(true);
    expect(holdsAnswer('contact', said('报修请拨 0571-8846 1170。'), '怎么联系维修')).toBe(true);
    expect(holdsAnswer('contact', said('每单 12 元，3–5 天送达。'), '怎么联系维修')).toBe(false);
    expect(holdsAnswer('person', said('邮费由买家承担。'), '邮费谁承担')).toBe(true);
    expect(holdsAnswer('person', said('Postage is due on Monday.'), 'who pays postage')).toBe(false);
  });

  it('takes no absence of something for a price of nothing', () => {
    const holds = (text: string) => holdsAnswer('money', said(text), 'how much is the hose');
    for (const text of ['Free of phthalates.', 'Sugar-free and vegan.']) expect(holds(text), text).toBe(false);
    for (const text of ['It is free of charge.', 'Delivery is free.', '免费寄送。'])
      expect(holds(text), text).toBe(true);
  });

  it('is held by a cell whose column names the kind, and by an amount in any currency', () => {
    const columns = '| 地区 | 运费（元） | 时效（天） |';
    expect(holdsAnswer('money', row(columns, '| 西藏 | 30 | 7 |'), '西藏运费多少')).toBe(true);
    expect(holdsAnswer('duration', row(columns, '| 西藏 | - | 7 |'), '西藏几天到')).toBe(true);
    expect(holdsAnswer('duration', row(columns, '| 西藏 | 30 | - |'), '西藏几天到')).toBe(false);
    expect(holdsAnswer('money', row('| Size | Price |', '| small | 12 |'), 'how much is a small one')).toBe(true);
    expect(holdsAnswer('money', row('| Size | Weight |', '| small | 12 |'), 'how much is a small one')).toBe(false);
    expect(holdsAnswer('money', said('Broken glasses are charged at 2.40 each.'), 'what does a glass cost')).toBe(true);
    for (const amount of ['15 EUR', 'GBP 9.50', 'HKD 80', '80港币', '12 €', '150 francs'])
      expect(holdsAnswer('money', said(`Express costs ${amount}.`), 'what is the price of express')).toBe(true);
  });
});
