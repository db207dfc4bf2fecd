import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, isBox } from './box.ts';
import { type BodyStyle, standsAlone } from './headings.ts';
import type { Paragraph } from './paragraphs.ts';

const MAX_PAGES = 4;

/**
 * Real names of the fonts in which short lines stand alone ("NotoSans-Bold"): PDF.js tells them only after it has
 * read a page's drawing, so a few pages are read that hold most of them.
 */
export async function fontNames(
  pdf: PDFDocumentProxy,
  pages: Array<Array<Paragraph | Box>>,
  body: BodyStyle,
): Promise<Map<string, string>> {
  const wanted = new Map<string, number>();
  pages.forEach((page, i) => {
    for (const part of page)
      if (!isBox(part) && part.font && part.font !== body.font && standsAlone(part, body) && !wanted.has(part.font))
        wanted.set(part.font, i + 1);
  });
  const names = new Map<string, string>();
  for (const number of [...new Set(wanted.values())].slice(0, MAX_PAGES)) {
    const page = await pdf.getPage(number);
    await page.getOperatorList().catch(() => undefined);
    for (const font of wanted.keys()) {
      if (names.has(font) || !page.commonObjs.has(font)) continue;
      const { name, bold, black } = page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean };
      names.set(font, `${name ?? ''}${bold || black ? ' bold' : ''}`);
    }
    page.cleanup();
  }
  return names;
}
