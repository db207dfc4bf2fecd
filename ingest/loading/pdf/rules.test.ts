import { expect, it } from 'vitest';
import { HELLO, onePage, textStream } from '../../../testing/campaigns/raw-pdf.ts';
import type { Direction } from './atoms.ts';
import { openPdf } from './open-pdf.ts';
import { createRuleReader } from './rules.ts';
import { listenToPaths } from './text-worker.ts';

const LINE = { entries: '/Type /XObject /Subtype /Form /BBox [0 0 600 9]', bytes: Buffer.from('0 0 m 400 0 l S') };

async function rulesOf(content: string, direction: Direction = 'right') {
  const file = onePage(textStream(content + HELLO), [LINE], { resources: '/XObject << /X 6 0 R >>' });
  const pdf = await openPdf(new Uint8Array(file));
  const page = await pdf.getPage(1);
  const reader = createRuleReader(page.view);
  listenToPaths(reader.listen);
  await page.getTextContent();
  listenToPaths(undefined);
  await pdf.destroy();
  return reader.rules(direction);
}

it('reads lines, and the sides of rectangles, where their matrix puts them', async () => {
  const { horizontal, vertical } = await rulesOf('q 2 0 0 2 10 20 cm 10 100 m 110 100 l S Q 50 300 200 40 re f ');
  expect(horizontal).toEqual([
    [340, 50, 250],
    [300, 50, 250],
    [220, 30, 230],
  ]);
  expect(vertical).toEqual([
    [50, 300, 340],
    [250, 300, 340],
  ]);
});

it('reads a thin rectangle as one line, and neither clips, curves nor the page’s own edge', async () => {
  const clip = '10 10 90 90 re W n ';
  const curve = '10 10 m 20 20 30 30 40 40 c S ';
  expect(await rulesOf(`${clip}${curve}0 0 595 842 re f 50 300 200 1 re f `)).toEqual({
    horizontal: [[300.5, 50, 250]],
    vertical: [],
  });
});

it('reads what a form draws each time that it is drawn', async () => {
  const again = [700, 650, 600].map((y) => `q 1 0 0 1 72 ${y} cm /X Do Q `).join('');
  expect((await rulesOf(again)).horizontal).toEqual([700, 650, 600].map((y) => [y, 72, 472]));
});

it('turns them as the text is turned', async () => {
  const { horizontal, vertical } = await rulesOf('50 300 m 250 300 l S 80 100 m 80 200 l S ', 'up');
  expect(vertical).toEqual([[300, -250, -50]]);
  expect(horizontal).toEqual([[-80, 100, 200]]);
});
