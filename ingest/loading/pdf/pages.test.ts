import { expect, it } from 'vitest';
import { type Drawn, type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

it('keeps a sentence whole that a page cuts, on the page where it begins', async () => {
  const first: Placed[] = [
    [60, 760, 'The arm may be returned within forty days of its delivery, unless it', 11],
    [60, 774, 'was painted; then we take off the price of the paint, which is at the', 11],
  ];
  const next: Placed[] = [[60, 80, 'most ten euros. Bulbs are never taken back, whatever the reason.', 11]];
  const { pages } = await loadPdf(await placedPdf([{ texts: first }, { texts: next }]));
  expect(pages.map(({ blocks }) => blocks.map((block) => block.kind !== 'table' && block.text))).toEqual([
    [expect.stringMatching(/which is at the most ten euros\.$/)],
    ['Bulbs are never taken back, whatever the reason.'],
  ]);
});

it.each([
  ['most of the wood, the price of a shelf that is made for you is at the', '480 euro. Oak is dearer.', '480 euro.'],
  ['looks of it; whoever wants to see all of our shelves may come to us in', 'Ghent. We are open daily.', 'Ghent.'],
  ['looks of it; then the money is with you after three days, without', 'a fee. We are open daily.', 'a fee.'],
])('keeps a number and a name with the sentence that they end: %s', async (end, start, whole) => {
  const first: Placed[] = [
    [60, 760, 'Shelves are cut to measure by us, and what that costs depends on the', 11],
    [60, 774, end, 11],
  ];
  const { pages } = await loadPdf(await placedPdf([{ texts: first }, { texts: [[60, 80, start, 11]] }]));
  const [before, after] = pages.map(({ blocks }) => blocks.map((block) => block.kind !== 'table' && block.text));
  expect(before?.at(-1)).toMatch(new RegExp(`${end} ${whole}$`));
  expect(after?.[0]).toBe(start.replace(`${whole} `, ''));
});

it('reads a drawn table that the page cuts once, its merged cells spoken for each row, also on the next page', async () => {
  const [left, right] = [60, 360];
  const columns = [left, 160, 260, right];
  const cell = (c: number, y: number, text: string): Placed => [(columns[c] ?? 0) + 4, y, text, 10];
  const row = (y: number, ...cells: string[]) => cells.map((text, c) => cell(c + 1, y, text));
  const across = (...ys: number[]) => ys.map((y): Drawn => [left, y, right, y]);
  const part = (...ys: number[]) => ys.map((y): Drawn => [160, y, right, y]);
  const sides = (top: number, bottom: number) => columns.map((x): Drawn => [x, top, x, bottom]);
  const { pages } = await loadPdf(
    await placedPdf([
      {
        texts: [
          ...['Group', 'Model', 'Price'].map((text, c) => cell(c, 695, text)),
          cell(0, 735, 'Lamps'),
          ...row(715, 'L1', '40'),
          ...row(735, 'L2', '50'),
          ...row(755, 'L3', '60'),
          cell(0, 775, 'Shades'),
          ...row(775, 'S1', '9'),
          ...row(795, 'S2', '12'),
        ],
        rules: [...across(680, 700, 760), ...part(720, 740, 780), ...sides(680, 800)],
      },
      {
        texts: [
          ...['Group', 'Model', 'Price'].map((text, c) => cell(c, 55, text)),
          ...row(75, 'S3', '14'),
          cell(0, 95, 'Bulbs'),
          ...row(95, 'B1', '3'),
          ...row(115, 'B2', '4'),
        ],
        rules: [...across(40, 60, 80, 120), ...part(100), ...sides(40, 120)],
      },
    ]),
  );
  const rows = pages.flatMap(({ blocks }) => blocks.map((block) => block.kind === 'table' && block.rows.slice(1)));
  expect(rows).toEqual([
    [
      ['Lamps', 'L1', '40'],
      ['Lamps', 'L2', '50'],
      ['Lamps', 'L3', '60'],
      ['Shades', 'S1', '9'],
      ['Shades', 'S2', '12'],
    ],
    [
      ['Shades', 'S3', '14'],
      ['Bulbs', 'B1', '3'],
      ['Bulbs', 'B2', '4'],
    ],
  ]);
});

it('takes the title of the cover, not of the contents, and leaves running heads of chapters out', async () => {
  const text = (y: number, ...lines: string[]): Placed[] => lines.map((line, i) => [60, y + i * 14, line, 11]);
  const { title, pages } = await loadPdf(
    await placedPdf([
      { texts: [[180, 300, 'Lamp L4 manual', 16]] },
      { texts: [[60, 90, 'Contents', 24], ...text(130, `Bulbs ${'. '.repeat(30)}3`, `Cables ${'. '.repeat(30)}4`)] },
      { texts: [[60, 90, '1 Bulbs', 24], ...text(130, 'Only bulbs of 7 watts and less are fitted to this lamp.')] },
      {
        texts: [
          [60, 40, '4', 10],
          [75, 40, 'CHAPTER 1. BULBS', 10],
          ...text(90, 'A bulb is never changed while it is hot.'),
        ],
      },
    ]),
  );
  expect(title).toBe('Lamp L4 manual');
  expect(pages.map(({ blocks }) => blocks.map((block) => block.kind !== 'table' && block.text))).toEqual([
    ['Lamp L4 manual'],
    ['Contents'],
    ['1 Bulbs', 'Only bulbs of 7 watts and less are fitted to this lamp.'],
    ['A bulb is never changed while it is hot.'],
  ]);
});

it('joins the lines of a cell by the white between rows, where some cell is empty beside them', async () => {
  const lefts = [55, 110, 220, 310];
  const rows: Array<[number, string, string, string, string]> = [
    [100, '部件', '故障', '价格', '用时'],
    [134, '屏幕', '碎裂或触摸失', '680 元', '当天'],
    [152, '', '灵', '', ''],
    [186, '摄像', '对不上焦、有', '主摄 350', '两小时'],
    [204, '头', '黑点', '元，前摄 180', ''],
    [222, '', '', '元', ''],
    [256, '喇叭', '声音小、有杂', '90 元', '一小时'],
    [274, '', '音', '', ''],
  ];
  const texts = rows.flatMap(([y, ...cells]) =>
    cells.flatMap((cell, c): Placed[] => (cell ? [[lefts[c] ?? 0, y, cell, 12]] : [])),
  );
  const { pages } = await loadPdf(await placedPdf([{ texts }], { chinese: true }));
  expect(pages[0]?.blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['部件', '故障', '价格', '用时'],
        ['屏幕', '碎裂或触摸失灵', '680 元', '当天'],
        ['摄像头', '对不上焦、有黑点', '主摄 350 元，前摄 180 元', '两小时'],
        ['喇叭', '声音小、有杂音', '90 元', '一小时'],
      ],
    },
  ]);
});
