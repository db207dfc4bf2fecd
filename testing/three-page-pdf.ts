import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** The package exports its entry alone; the fonts lie beside it. */
const FONT = '../../fonts/NotoSansHans-Regular.otf';

/** A real PDF with one text a page; Chinese needs the embedded font. */
export function pdfOf(pages: string[], options: { chinese: boolean }): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  if (options.chinese) document.font(join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), FONT));
  for (const page of pages) document.addPage().fontSize(12).text(page);
  document.end();
  return ended;
}
