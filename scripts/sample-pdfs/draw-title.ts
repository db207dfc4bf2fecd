import type { Sheet } from './sheet.ts';
import { colours, page, shopName, sizes, textWidth } from './theme.ts';

/** The first page's head: a band across the page with shop, title and subtitle, and the document's facts under it. */
export function drawTitle(sheet: Sheet): void {
  const { pdf, content } = sheet;
  const fits = pdf.font('bold').fontSize(sizes.title).widthOfString(content.title) <= textWidth;
  const titleSize = fits ? sizes.title : sizes.longTitle;
  const titleHeight = pdf.fontSize(titleSize).heightOfString(content.title, { width: textWidth });
  const bandHeight = 106 + titleHeight;
  pdf.rect(0, 0, page.width, bandHeight).fill(colours.brand);
  pdf.rect(0, bandHeight, page.width, 4).fill(colours.accent);

  pdf.fillColor(colours.onBrandSoft).font('bold').fontSize(10.5);
  pdf.text(`${shopName.zh}  ${shopName.en}`, page.left, 36, { width: textWidth, characterSpacing: 0.4 });
  pdf
    .fillColor(colours.onBrand)
    .font('bold')
    .fontSize(titleSize)
    .text(content.title, page.left, 62, { width: textWidth });
  pdf.fillColor(colours.onBrandSoft).font('regular').fontSize(sizes.subtitle);
  pdf.text(content.subtitle, page.left, 70 + titleHeight, { width: textWidth });

  pdf.fillColor(colours.muted).font('regular').fontSize(sizes.cell);
  pdf.text(content.facts.join('   |   '), page.left, bandHeight + 18, { width: textWidth });
  sheet.y = pdf.y + 12;
}
