import { expect, it } from 'vitest';
import { type Placed, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';
import { toLine, toRows } from './rows.ts';

const textsOf = async (texts: Placed[]) => {
  const { pages } = await loadPdf(await placedPdf([{ texts }]));
  return pages.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? block.rows : block.text)));
};

/** Lines under each other in one column. */
const column = (x: number, y: number, lines: string[]): Placed[] => lines.map((line, i) => [x, y + i * 12, line]);

const LEFT = [
  'Upholstered beds are covered for three years',
  'from the day on which they were delivered to',
  'you. Slatted frames are covered for five years,',
  'and for ten years when they are made of beech.',
  'If a claim is right we mend or replace the bed for',
  'nothing, and from the sixth year on you pay for',
];
const RIGHT = [
  'the wear with a tenth of the price for each year',
  'that you have used it. Send us a picture of the',
  'damage with a ruler beside it, and the number of',
  'the order. You hear from us within five days of',
  'that, and the driver brings the new part as soon',
  'as the workshop has made it.',
];

it('puts a note at the foot of a column behind the paragraph that refers to it, and joins the sentence around it', async () => {
  const [first = '', ...others] = LEFT;
  const texts = await textsOf([
    [60, 100, first],
    ['behind', 96, '1', 7],
    ...column(60, 112, others),
    [70, 190, '1', 6],
    ['behind', 194, 'Their covers for one year only.', 8],
    ...column(310, 100, RIGHT),
  ]);
  expect(texts).toEqual([
    expect.stringMatching(/three years from .* you pay for the wear/),
    'Their covers for one year only.',
  ]);
});

it('leaves small print without a mark where it stands, and keeps the mark of a note that is not there off the word', async () => {
  const texts = await textsOf([
    [60, 100, 'Towels are washed before they are sent, at full warmth'],
    ['behind', 96, '4', 7],
    [60, 112, 'for a whole hour.'],
    [60, 140, 'Printed on paper made of old towels and sheets.', 8],
  ]);
  expect(texts).toEqual([
    'Towels are washed before they are sent, at full warmth [4] for a whole hour.',
    'Printed on paper made of old towels and sheets.',
  ]);
});

it('leaves the note of a table below it, with the mark that its cell has', async () => {
  const cells = [
    ['Article', 'Price', 'Term'],
    ['Towel', '12.50', '30 days'],
    ['Bath mat', '19.00', '60 days'],
    ['Robe', '49.00', '30 days'],
  ];
  const texts = await textsOf([
    ...cells.flatMap((row, r) => row.map((cell, c): Placed => [60 + c * 120, 100 + r * 16, cell])),
    [300, 148, 'Voucher'],
    ['behind', 144, '2', 7],
    [60, 172, '2', 6],
    ['behind', 176, 'Vouchers cannot be returned.', 8],
  ]);
  expect(texts.at(-1)).toBe('[2] Vouchers cannot be returned.');
});

it.each(['◦', '∘', 'º'])('reads %s before C or F as the sign of degrees', (ring) => {
  const atom = { y: 500, size: 10, font: 'f', rtl: false };
  const rows = toRows([
    { ...atom, text: 'Wash at 60', x0: 50, x1: 100 },
    { ...atom, text: ring, x0: 101, x1: 104, y: 504, size: 7 },
    { ...atom, text: `C, not at 90 ${ring}F.`, x0: 104, x1: 180 },
  ]);
  expect(rows.map((row) => toLine(row).text)).toEqual(['Wash at 60°C, not at 90 °F.']);
});
