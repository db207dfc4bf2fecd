import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../knowledge/text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../../../knowledge/text/lexicon.ts';
import type { Language } from '../../../stores/schema.ts';
import { createGrounding } from './grounding.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));

const RETURNS_ZH =
  '自签收次日起7天内，商品完好、配件齐全的，可申请无理由退货。退货运费由买家承担；因质量问题退货的，运费由本店承担。\n生鲜、定制商品不支持无理由退货。退款在收到退货后3个工作日内原路退回。';
const RETURNS_EN =
  'Books may be returned within 30 days of delivery if they are unread. E-books and gift cards cannot be returned. Refunds are paid to the original payment method within 5 business days. Standard shipping costs $4.99 and takes 3-6 business days; orders over $35 ship free.';
const FRYER_ZH =
  '清洗炸篮前请先拔掉电源并等待机器完全冷却，约需30分钟。炸篮和隔板可放入洗碗机清洗，主机不可浸水。首次使用时以180°C空烤10分钟，出现少量烟雾属正常现象。';
const VACUUM_EN =
  'Rinse the HEPA filter with cold water every two weeks and let it dry for 24 hours. Replace the filter every 6 months. Do not use detergent or hot water.\n| Motor | warranty 5 years |\n| Battery | warranty 12 months |\nConsumables such as filters, brushes and mop pads are not covered.';

const holds = (source: string, language: Language, claim: string) =>
  createGrounding({
    analyzer,
    sources: [{ text: source, language: /\p{Script=Han}/u.test(source) ? 'zh' : 'en' }],
    language,
    instructions: '',
  }).support(claim, [0]) !== undefined;

describe('grounding', () => {
  it.each<[string, Language, string]>([
    [RETURNS_ZH, 'zh', '签收后7天内，只要商品完好、配件齐全，您可以申请无理由退货。'],
    [RETURNS_ZH, 'zh', '一般情况下，退货的运费需要由您承担，如果是质量问题则由我们承担。'],
    [RETURNS_ZH, 'zh', '退款会在我们收到退货后的3个工作日内原路返回。'],
    [RETURNS_EN, 'en', 'You can return books within 30 days of delivery as long as they are unread.'],
    [RETURNS_EN, 'en', 'Gift cards and e-books are not returnable.'],
    [RETURNS_EN, 'en', 'Shipping is free for orders above $35.'],
    [FRYER_ZH, 'zh', '炸篮可以用洗碗机清洗，但主机不能浸水。'],
    [FRYER_ZH, 'zh', '首次使用建议以180°C空烤10分钟，有少量烟雾是正常的。'],
    [VACUUM_EN, 'en', 'Let the filter dry for 24 hours.'],
    [VACUUM_EN, 'en', 'The motor has a 5-year warranty.'],
    [RETURNS_ZH, 'en', 'Refunds are made within 3 business days after we receive the return.'],
    [RETURNS_EN, 'zh', '电子书和礼品卡不能退货。'],
    [VACUUM_EN, 'zh', '滤网每6个月更换一次。'],
  ])('bears out what the source says: %s (%s) %s', (source, language, claim) => {
    expect(holds(source, language, claim)).toBe(true);
  });

  it.each<[string, Language, string]>([
    [RETURNS_ZH, 'zh', '定制商品支持无理由退货。'],
    [RETURNS_ZH, 'zh', '签收后15天内可以退货。'],
    [RETURNS_ZH, 'zh', '退款将在7天内到账。'],
    [RETURNS_ZH, 'zh', '退货需要支付20元手续费。'],
    [RETURNS_ZH, 'zh', '会员可以享受终身免费维修服务。'],
    [RETURNS_EN, 'en', 'Gift cards can be returned.'],
    [RETURNS_EN, 'en', 'Express shipping costs $9.99.'],
    [RETURNS_EN, 'en', 'Returns are accepted within 5 business days.'],
    [RETURNS_EN, 'en', 'Orders over $35 get a free bookmark.'],
    [FRYER_ZH, 'zh', '主机可以放入洗碗机清洗。'],
    [VACUUM_EN, 'en', 'Use hot water to clean the filter.'],
    [VACUUM_EN, 'en', 'The battery has a 5-year warranty.'],
    [VACUUM_EN, 'en', 'Filters and brushes are covered too.'],
    [RETURNS_ZH, 'en', 'Members enjoy free lifetime repairs.'],
    [RETURNS_EN, 'zh', '电子书可以退货。'],
    [VACUUM_EN, 'zh', '电池保修5年。'],
  ])('does not bear out what it does not say: %s (%s) %s', (source, language, claim) => {
    expect(holds(source, language, claim)).toBe(false);
  });

  it('names the source that holds a claim, with its words, when another one was cited', () => {
    const grounding = createGrounding({
      analyzer,
      sources: [
        { text: RETURNS_EN, language: 'en' },
        { text: VACUUM_EN, language: 'en' },
      ],
      language: 'en',
      instructions: '',
    });
    expect(grounding.support('Replace the filter every 6 months.', [0])).toEqual([
      { source: 1, quote: 'Replace the filter every 6 months.' },
    ]);
    expect(grounding.support('Replace the filter every 6 months.', [7])?.[0]?.source).toBe(1);
  });
});
