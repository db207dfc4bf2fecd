import { expect, it } from 'vitest';
import { type PlacedPage, placedPdf } from '../../../testing/placed-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const textsOf = async (pages: PlacedPage[]) =>
  (await loadPdf(await placedPdf(pages))).pages.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'table' ? block.rows.join('|') : block.text)),
  );
const body = (y: number, ...lines: string[]): PlacedPage['texts'] => lines.map((line, i) => [60, y + i * 14, line, 11]);

it('leaves out a header that stands on one page only and repeats the title, and a footer with the page’s number', async () => {
  const texts = await textsOf([
    { texts: [[60, 90, 'Lamp L4', 22], [60, 120, 'User guide', 16], ...body(160, 'Screw the arm to the foot.')] },
    {
      texts: [
        [60, 40, 'Lamp L4', 9],
        [480, 40, 'User guide', 9],
        ...body(90, 'Wipe the shade with a dry cloth.', 'Lamp L4'),
        [290, 810, '2', 9],
        [470, 810, 'Edition 3/27', 9],
      ],
    },
  ]);
  expect(texts.slice(2)).toEqual([
    'Screw the arm to the foot.',
    expect.stringMatching(/^Wipe the shade with a dry cloth\.\s+Lamp L4$/),
  ]);
});

it('leaves out what a browser prints around a page, on a single page too', async () => {
  const texts = await textsOf([
    {
      texts: [
        [30, 25, '3/14/27, 9:05 AM', 8],
        [270, 25, 'Return slip', 8],
        ...body(90, 'Open from 3/14/27, 9:05 AM.', 'See https://lamps.example/slip for more.'),
        [30, 825, 'https://lamps.example/returns/slip?id=4', 8],
        [550, 825, '1/1', 8],
      ],
    },
  ]);
  expect(texts.join(' ')).toBe('Open from 3/14/27, 9:05 AM. See https://lamps.example/slip for more.');
});
