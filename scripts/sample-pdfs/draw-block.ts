import type { Block } from './document.ts';
import { drawTable } from './draw-table.ts';
import { makeRoom, type Sheet } from './sheet.ts';
import { colours, page, sizes, textWidth } from './theme.ts';

const lineGap = 2.6;
const hanging = 18;
/** Points a heading needs below itself, so that it never stands alone at a page's foot. */
const company = 68;

/** Draws one block at the sheet's place and moves on; text blocks stay whole on a page. */
export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'section':
      drawSection(sheet, block.text);
      break;
    case 'subsection':
      drawSubsection(sheet, block.text);
      break;
    case 'paragraph':
      drawText(sheet, block.text, page.left, textWidth);
      sheet.y += 7;
      break;
    case 'list':
      drawList(sheet, block.items, block.ordered);
      break;
    case 'note':
      drawNote(sheet, block.label, block.text);
      break;
    case 'table':
      drawTable(sheet, block);
      break;
  }
}

function drawSection(sheet: Sheet, text: string): void {
  const { pdf } = sheet;
  sheet.y += 10;
  pdf.font('bold').fontSize(sizes.section);
  const height = pdf.heightOfString(text, { width: textWidth - 12 });
  makeRoom(sheet, height + company);
  pdf.rect(page.left, sheet.y, 4, height - 7).fill(colours.accent);
  pdf.font('bold').fontSize(sizes.section).fillColor(colours.brand);
  pdf.text(text, page.left + 12, sheet.y, { width: textWidth - 12 });
  sheet.y += height + 6;
}

function drawSubsection(sheet: Sheet, text: string): void {
  const { pdf } = sheet;
  sheet.y += 3;
  pdf.font('bold').fontSize(sizes.subsection);
  const height = pdf.heightOfString(text, { width: textWidth });
  makeRoom(sheet, height + company);
  pdf.font('bold').fontSize(sizes.subsection).fillColor(colours.ink);
  pdf.text(text, page.left, sheet.y, { width: textWidth });
  sheet.y += height + 4;
}

function drawList(sheet: Sheet, items: readonly string[], ordered: boolean): void {
  for (const [index, item] of items.entries()) {
    const { pdf } = sheet;
    const x = page.left + hanging;
    const width = textWidth - hanging;
    pdf.font('regular').fontSize(sizes.body);
    makeRoom(sheet, pdf.heightOfString(item, { width, lineGap }));
    pdf
      .font(ordered ? 'bold' : 'regular')
      .fontSize(sizes.body)
      .fillColor(colours.accent);
    pdf.text(ordered ? `${index + 1}.` : '•', page.left + (ordered ? 2 : 6), sheet.y, { lineBreak: false });
    drawText(sheet, item, x, width);
    sheet.y += 3;
  }
  sheet.y += 5;
}

function drawNote(sheet: Sheet, label: string, text: string): void {
  const { pdf } = sheet;
  const x = page.left + 14;
  const width = textWidth - 26;
  pdf.font('bold').fontSize(sizes.body);
  const labelHeight = pdf.heightOfString(label, { width, lineGap });
  pdf.font('regular').fontSize(sizes.body);
  const height = labelHeight + pdf.heightOfString(text, { width, lineGap }) + 13;
  makeRoom(sheet, height + 4);
  pdf.rect(page.left, sheet.y, textWidth, height).fill(colours.note);
  pdf.rect(page.left, sheet.y, 3, height).fill(colours.accent);
  sheet.y += 8;
  pdf.font('bold').fontSize(sizes.body).fillColor(colours.accent).text(label, x, sheet.y, { width, lineGap });
  sheet.y += labelHeight;
  drawText(sheet, text, x, width);
  sheet.y += 5 + 11;
}

function drawText(sheet: Sheet, text: string, x: number, width: number): void {
  const { pdf } = sheet;
  pdf.font('regular').fontSize(sizes.body);
  const height = pdf.heightOfString(text, { width, lineGap });
  makeRoom(sheet, height);
  pdf.font('regular').fontSize(sizes.body).fillColor(colours.ink);
  pdf.text(text, x, sheet.y, { width, lineGap });
  sheet.y += height;
}
