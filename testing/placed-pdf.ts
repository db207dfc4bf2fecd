import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

const FONT = join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts/NotoSansHans-Regular.otf');

/** A text and where its baseline begins: points from the left (or behind the text before it) and from the top of A4. */
export type Placed = [x: number | 'behind', y: number, text: string, size?: number];
/** A line that is drawn: from, to. */
export type Drawn = [x0: number, y0: number, x1: number, y1: number];

export interface PlacedPage {
  texts: Placed[];
  rules?: Drawn[];
}

/** A PDF whose texts stand exactly where they are told to, each drawn by itself, as office programs write cells. */
export function placedPdf(pages: PlacedPage[], { chinese = false } = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Uint8Array>((done) => {
    document.on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
  });
  document.font(chinese ? FONT : 'Times-Roman');
  for (const { texts, rules = [] } of pages) {
    document.addPage();
    let end = 0;
    for (const [at, y, text, size = 10] of texts) {
      const x = at === 'behind' ? end : at;
      end = x + document.fontSize(size).widthOfString(text);
      document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    }
    for (const [x0, y0, x1, y1] of rules) document.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.5).stroke();
  }
  document.end();
  return ended;
}
