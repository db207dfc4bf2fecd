import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

const folder = join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts');
const FONTS = {
  zh: { regular: join(folder, 'NotoSansHans-Regular.otf'), bold: join(folder, 'NotoSansHans-Bold.otf') },
  en: { regular: 'Times-Roman', bold: 'Times-Bold' },
} as const;
const MARGIN = 54;
const WIDTH = 595.28 - MARGIN * 2;
const BOTTOM = 790;

/** How a table is drawn: all lines, lines between rows, three lines as in books, or none. */
export type Ruling = 'grid' | 'rows' | 'three' | 'none';

export interface TableDrawing {
  /** Widths relative to each other. */
  columns: number[];
  rows: string[][];
  ruling: Ruling;
  caption?: string;
  captionBelow?: boolean;
  /** Cells of the first row that reach over more than one column: column → number of columns. */
  spans?: Record<number, number>;
  /** Columns whose cell goes on downwards: column → first and last row. */
  tall?: Array<{ column: number; from: number; to: number }>;
  /** White between a cell's text and the line below, in points. */
  padding?: number;
}

/** A page in the making; every call goes on where the last one ended. */
export interface Drawing {
  heading(text: string, size?: number): void;
  paragraph(text: string): void;
  note(text: string): void;
  /** Columns of text side by side; `interleaved` writes line by line across them, as some programs do. */
  columns(texts: string[][], options?: { interleaved?: boolean; gap?: number }): void;
  table(table: TableDrawing): void;
  newPage(): void;
}

/** Draws an A4 document with running header and page numbers. Fixed dates: equal drawings give equal bytes. */
export function drawPdf(options: {
  language: 'zh' | 'en';
  header: string;
  draw(page: Drawing): void;
}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true, info: { CreationDate: new Date(0) } });
  const parts: Buffer[] = [];
  const ended = new Promise<Uint8Array>((done) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => done(new Uint8Array(Buffer.concat(parts))));
  });
  const font = FONTS[options.language];
  let y = 80;
  const write = (text: string, x: number, width: number, size: number, bold = false): void => {
    pdf.font(bold ? font.bold : font.regular).fontSize(size);
    pdf.text(text, x, y, { width, lineGap: size * 0.25 });
    y = pdf.y;
  };
  const newPage = () => {
    pdf.addPage();
    y = 80;
  };
  const room = (height: number) => {
    if (y + height > BOTTOM) newPage();
  };
  const heightOf = (text: string, width: number, size: number) =>
    pdf
      .font(font.regular)
      .fontSize(size)
      .heightOfString(text, { width, lineGap: size * 0.25 });

  /** Lines as a narrow column breaks them, by words or by Chinese letters. */
  const wrapped = (text: string, width: number, size: number): string[] => {
    pdf.font(font.regular).fontSize(size);
    const lines: string[] = [];
    let line = '';
    for (const unit of text.match(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*/gu,
    ) ?? []) {
      if (pdf.widthOfString(line + unit.trimEnd()) > width && line !== '') {
        lines.push(line.trimEnd());
        line = '';
      }
      line += unit;
    }
    return [...lines, line.trimEnd()];
  };

  const drawing: Drawing = {
    newPage,
    heading(text, size = 15) {
      room(size * 4);
      y += size * 0.6;
      write(text, MARGIN, WIDTH, size, true);
      y += size * 0.3;
    },
    paragraph(text) {
      room(heightOf(text, WIDTH, 10));
      write(text, MARGIN, WIDTH, 10);
      y += 7;
    },
    note(text) {
      write(text, MARGIN, WIDTH, 7.5);
      y += 4;
    },
    columns(texts, { interleaved = false, gap = 20 } = {}) {
      const width = (WIDTH - gap * (texts.length - 1)) / texts.length;
      const laid = texts.map((paragraphs) => paragraphs.flatMap((text) => [...wrapped(text, width, 10), '']));
      const lines = Math.max(...laid.map((column) => column.length));
      const top = y;
      const put = (c: number, i: number) => {
        const line = laid[c]?.[i];
        if (line)
          pdf
            .font(font.regular)
            .fontSize(10)
            .text(line, MARGIN + c * (width + gap), top + i * 13, { lineBreak: false });
      };
      if (interleaved) for (let i = 0; i < lines; i++) for (let c = 0; c < laid.length; c++) put(c, i);
      else for (let c = 0; c < laid.length; c++) for (let i = 0; i < lines; i++) put(c, i);
      y = top + lines * 13;
    },
    table({ columns, rows, ruling, caption, captionBelow = false, spans = {}, tall = [], padding = 3 }) {
      const total = columns.reduce((sum, share) => sum + share, 0);
      const widths = columns.map((share) => (share / total) * WIDTH);
      const lefts = widths.map((_, c) => MARGIN + widths.slice(0, c).reduce((sum, width) => sum + width, 0));
      if (caption && !captionBelow) {
        room(60);
        write(caption, MARGIN, WIDTH, 9);
        y += 3;
      }
      const line = (x0: number, y0: number, x1: number, y1: number) =>
        pdf.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.5).stroke('#555555');
      const right = MARGIN + WIDTH;
      rows.forEach((row, r) => {
        const span = (c: number) => (r === 0 ? (spans[c] ?? 1) : 1);
        const cellWidth = (c: number) => widths.slice(c, c + span(c)).reduce((sum, width) => sum + width, 0) - 8;
        const texts = row.map((text, c) => (text ? wrapped(text, cellWidth(c), 9) : []));
        const height = Math.max(...texts.map((lines) => lines.length)) * 11 + padding * 2;
        if (y + height > BOTTOM) newPage();
        if (ruling === 'grid' || ruling === 'rows' || (ruling === 'three' && r <= 1)) {
          const goingOn = tall.filter(({ from, to }) => r > from && r <= to).map(({ column }) => column);
          columns.forEach((_, c) => {
            if (!goingOn.includes(c)) line(lefts[c] ?? 0, y, (lefts[c] ?? 0) + (widths[c] ?? 0), y);
          });
        }
        texts.forEach((lines, c) => {
          pdf.font(r === 0 ? font.bold : font.regular).fontSize(9);
          lines.forEach((text, i) => {
            const x = (lefts[c] ?? 0) + 4;
            const middle = span(c) > 1 ? x + (cellWidth(c) - pdf.widthOfString(text)) / 2 : x;
            pdf.text(text, middle, y + padding + i * 11, { lineBreak: false });
          });
          if (ruling === 'grid')
            if (c === 0) line(MARGIN, y, MARGIN, y + height);
            else if (rows[r]?.[c] !== undefined && !(r === 0 && covered(c)))
              line(lefts[c] ?? 0, y, lefts[c] ?? 0, y + height);
        });
        if (ruling === 'grid') line(right, y, right, y + height);
        y += height;
        if (r === rows.length - 1 && ruling !== 'none') line(MARGIN, y, right, y);
      });
      function covered(column: number): boolean {
        return Object.entries(spans).some(([from, count]) => column > Number(from) && column < Number(from) + count);
      }
      y += 4;
      if (caption && captionBelow) write(caption, MARGIN, WIDTH, 9);
      y += 8;
    },
  };
  options.draw(drawing);
  const { count } = pdf.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    pdf.switchToPage(i);
    pdf.font(font.regular).fontSize(8);
    pdf.text(options.header, MARGIN, 40, { lineBreak: false });
    pdf.text(options.language === 'zh' ? `第 ${i + 1} 页` : `Page ${i + 1}`, MARGIN, 805, {
      width: WIDTH,
      align: 'center',
      lineBreak: false,
    });
  }
  pdf.end();
  return ended;
}
