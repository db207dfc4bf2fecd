import { expect, it } from 'vitest';
import { handbookPdf } from '../../../testing/handbook-pdf.ts';
import { loadPdf } from './load-pdf.ts';
import { provideCanvas } from './pdfjs.ts';

/** Whether this process has loaded what draws pages. */
const hasCanvas = () => {
  const report = process.report.getReport() as { sharedObjects?: string[] };
  return (report.sharedObjects ?? []).some((path) => /skia[^/]*\.node$/.test(path));
};

it('reads texts without the canvas, which takes longer to load than they take to read', async () => {
  const { pages } = await loadPdf(new Uint8Array(await handbookPdf({ language: 'en', pages: 1, seed: 5 })));
  expect(pages).toHaveLength(1);
  expect(hasCanvas()).toBe(false);
  expect(await provideCanvas()).toBeDefined();
  expect(hasCanvas()).toBe(true);
});
