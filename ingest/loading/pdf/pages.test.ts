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
