import { expect, it } from 'vitest';
import { type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const row = (y: number, cells: string[], bold?: 'bold'): Placed[] =>
  cells.map((cell, c): Placed => [[58, 88, 179, 267][c] ?? 0, y, cell, 12, bold]);

const FIRST_PAGE = [
  ...row(700, ['睡姿', '窄肩', '中肩', '宽肩'], 'bold'),
  ...row(734, ['侧睡', '9 厘米', '11 厘米', '13 厘米']),
  ...row(768, ['仰睡', '7 厘米', '9 厘米', '10 厘米']),
];

const secondPage = async (texts: Placed[]) => {
  const { pages } = await loadPdf(await placedPdf([{ texts: FIRST_PAGE }, { texts }], { chinese: true }));
  return pages[1]?.blocks;
};

it('reads one row at the top of the next page under the head of the table that goes on there', async () => {
  const blocks = await secondPage([
    ...row(130, ['趴睡', '4 厘米', '5 厘米', '5 厘米']),
    [58, 200, '枕头可以试睡三十天。', 12],
  ]);
  expect(blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['睡姿', '窄肩', '中肩', '宽肩'],
        ['趴睡', '4 厘米', '5 厘米', '5 厘米'],
      ],
    },
    { kind: 'text', text: '枕头可以试睡三十天。' },
  ]);
});

it('takes a text at the top of the next page for no row of it', async () => {
  expect(await secondPage([[58, 130, '枕头可以试睡三十天。', 12]])).toEqual([
    { kind: 'text', text: '枕头可以试睡三十天。' },
  ]);
});
