import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

const folder = join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts');
const FONTS = {
  zh: [join(folder, 'NotoSansHans-Regular.otf'), join(folder, 'NotoSansHans-Bold.otf')],
  en: ['Times-Roman', 'Times-Bold'],
} as const;

/** A text and where its baseline begins: points from the left (or behind the text before it) and from the top of A4. */
export type Placed = [x: number | 'behind', y: number, text: string, size?: number, bold?: 'bold'];
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
  const [regular, heavy] = FONTS[chinese ? 'zh' : 'en'];
  for (const { texts, rules = [] } of pages) {
    document.addPage();
    let end = 0;
    for (const [at, y, text, size = 10, bold] of texts) {
      const x = at === 'behind' ? end : at;
      end =
        x +
        document
          .font(bold ? heavy : regular)
          .fontSize(size)
          .widthOfString(text);
      document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    }
    for (const [x0, y0, x1, y1] of rules) document.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.5).stroke();
  }
  document.end();
  return ended;
}
