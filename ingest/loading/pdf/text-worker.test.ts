import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { handbookPdf } from '../../../testing/handbook-pdf.ts';
import { openPdf, openPdfToDraw } from './open-pdf.ts';
import { provideCanvas } from './pdfjs.ts';
import { CHANGES, changedSource } from './worker-source.ts';

const WIDTH = 300;
const HEIGHT = 420;

/** Dark pixels of the first page. */
async function ink(data: Uint8Array): Promise<number> {
  const pdf = await openPdfToDraw(data);
  const page = await pdf.getPage(1);
  const context = (await provideCanvas())?.createCanvas(WIDTH, HEIGHT).getContext('2d');
  if (!context) throw new Error('There is no canvas here.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport: page.getViewport({ scale: WIDTH / 595 }) }).promise;
  await pdf.destroy();
  const { data: pixels } = context.getImageData(0, 0, WIDTH, HEIGHT);
  return pixels.filter((value, i) => i % 4 === 0 && value < 128).length;
}

const source = readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8');

it.each(Object.entries(CHANGES))('finds the place of each change in the installed PDF.js: %s', (_, { place }) => {
  expect(source.match(new RegExp(place, 'g'))).toHaveLength(1);
});

it('leaves another source as it is', () => {
  expect(changedSource('another source')).toBe('another source');
});

it('draws the letters of a file whose text was read before', async () => {
  const bytes = new Uint8Array(await handbookPdf({ language: 'zh', pages: 1, seed: 3 }));
  const pdf = await openPdf(bytes.slice());
  const { items } = await (await pdf.getPage(1)).getTextContent();
  await pdf.destroy();
  expect(items.some((item) => 'str' in item && /\p{Script=Han}{4}/u.test(item.str))).toBe(true);
  expect(await ink(bytes)).toBeGreaterThan(1_000);
});
