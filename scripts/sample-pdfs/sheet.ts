import PDFDocument from 'pdfkit';
import type { SampleDocument } from './document.ts';
import { colours, fonts, page, pageNumber, shopName, sizes, textWidth } from './theme.ts';

/** A PDF under construction and the place on its current page where the next block goes (points from the top). */
export interface Sheet {
  pdf: PDFKit.PDFDocument;
  content: SampleDocument;
  y: number;
}

/** Opens the document with fixed dates and its first page; `finishSheet` closes it. */
export function openSheet(content: SampleDocument): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: content.locale === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: content.title,
      Author: shopName[content.locale],
      Subject: content.subtitle,
      CreationDate: new Date(`${content.date}T00:00:00Z`),
    },
  });
  pdf.registerFont('regular', fonts.regular);
  pdf.registerFont('bold', fonts.bold);
  return { pdf, content, y: page.top };
}

/** Starts a new page with its running header when fewer than `height` points are left. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > page.bottom) addPage(sheet);
}

/** A new page with the running header, written first so that extracted text starts with it. */
function addPage(sheet: Sheet): void {
  const { pdf, content } = sheet;
  pdf.addPage();
  pdf.font('regular').fontSize(sizes.running).fillColor(colours.muted);
  pdf.text(shopName[content.locale], page.left, 42, { lineBreak: false });
  pdf.text(content.title, page.left, 42, { width: textWidth, align: 'right', height: 12, ellipsis: true });
  rule(sheet, 57);
  sheet.y = page.top;
}

/** Writes the footers, now that the number of pages is known, and resolves with the whole file. */
export async function finishSheet(sheet: Sheet): Promise<Buffer> {
  const { pdf, content } = sheet;
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    rule(sheet, 790);
    pdf.font('regular').fontSize(sizes.running).fillColor(colours.muted);
    pdf.text(content.facts[0] ?? '', page.left, 797, { lineBreak: false });
    pdf.text(pageNumber[content.locale](index + 1, count), page.left, 797, { width: textWidth, align: 'right' });
  }
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

function rule({ pdf }: Sheet, y: number): void {
  pdf
    .moveTo(page.left, y)
    .lineTo(page.width - page.right, y)
    .lineWidth(0.6)
    .strokeColor(colours.rule)
    .stroke();
}
