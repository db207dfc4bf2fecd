import { expect, it } from 'vitest';
import { apartByLanguage } from './parallel-texts.ts';

it('parts a table of one text in two languages into two texts, and no list of words', () => {
  const rows = [
    ['English', '中文'],
    ['A bike is booked for at least two hours.', '每辆自行车至少要预订两个小时。'],
    ['Nobody under 18 may steer one of the bikes.', '未满十八岁的人不得驾驶任何一辆车。'],
  ];
  const blocks = apartByLanguage({ kind: 'table', rows });
  expect(blocks.flatMap((block) => (block.kind === 'table' || block.text === '' ? [] : [block.text]))).toEqual([
    ...rows.map(([english]) => english),
    ...rows.map(([, chinese]) => chinese),
  ]);
  const words = {
    kind: 'table' as const,
    rows: [
      ['Part', '部件'],
      ['Pedal', '踏板'],
      ['Saddle', '车座'],
    ],
  };
  expect(apartByLanguage(words)).toEqual([words]);
});
