import { expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);

it('ends sentences at stops of both languages, not at decimals and abbreviations', () => {
  expect(texts('The fee is 3.5 yuan, e.g. for small items. Call us. 运费由我们承担！“放心。”好。')).toEqual([
    'The fee is 3.5 yuan, e.g. for small items.',
    'Call us.',
    '运费由我们承担！',
    '“放心。”',
    '好。',
  ]);
});

it('joins lines that were broken inside a sentence', () => {
  expect(texts('自签收之日起七天内可以\n申请退货。\nReturns are free of\ncharge.')).toEqual([
    '自签收之日起七天内可以申请退货。',
    'Returns are free of charge.',
  ]);
});

it('keeps a title that is not marked as one out of the sentence below it', () => {
  const below = '每单运费十二元，满九十九元免运费，新疆和西藏每单加收二十元。';
  expect(texts(`运费说明\n${below}`)).toEqual(['运费说明', below]);
  expect(texts('Who pays\nYou pay the postage of a return unless the item arrived broken.')).toEqual([
    'Who pays',
    'You pay the postage of a return unless the item arrived broken.',
  ]);
});

it('keeps lines apart that ended though there was room', () => {
  const leaflet = [
    '活动时间：11月1日20点至11月12日24点',
    '定金膨胀：付50元定金抵150元',
    '满2000减200，满5000减600，可与会员折扣叠加',
  ];
  expect(texts(leaflet.join('\n'))).toEqual(leaflet);
  const card = ['Free coffee on Mondays', 'Closed on Sundays', 'Large cups at the price of small ones all day long'];
  expect(texts(card.join('\n'))).toEqual(card);
});

it('gives list items their lead-in and table rows their header', () => {
  const parts = splitSentences(
    '以下商品不能退：\n1. 定制商品\n2. 贴身用品\n\n| Item | Days |\n| --- | --- |\n| Sofa | 30 |',
  );
  expect(parts.filter((part) => part.kind !== 'sentence')).toEqual([
    { text: '定制商品', lead: '以下商品不能退：', kind: 'item', marker: '1.' },
    { text: '贴身用品', lead: '以下商品不能退：', kind: 'item', marker: '2.' },
    { text: '| Sofa | 30 |', lead: '| Item | Days |', kind: 'row' },
  ]);
});

it('reads a table right below another under its own header', () => {
  const text =
    '| Fee | Work |\n| --- | --- |\n| £79 | £18 |\n\n| Warranty |  Paid |\n| --- | --- |\n| 12 months | 14 days |';
  expect(splitSentences(text).map(({ text: row, lead }) => [row, lead])).toEqual([
    ['| £79 | £18 |', '| Fee | Work |'],
    ['| 12 months | 14 days |', '| Warranty |  Paid |'],
  ]);
});
