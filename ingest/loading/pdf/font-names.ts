import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, isBox } from './box.ts';
import { type BodyStyle, standsAlone } from './headings.ts';
import type { Paragraph } from './paragraphs.ts';

const MAX_PAGES = 4;

/** Where each font that matters stands alone in a line, by the numbers of the pages. */
function pagesOfFonts(pages: Array<Array<Paragraph | Box>>, body: BodyStyle): Map<string, number[]> {
  const found = new Map<string, number[]>();
  pages.forEach((page, i) => {
    for (const part of page) {
      if (isBox(part) || !part.font || part.font === body.font || !standsAlone(part, body)) continue;
      const numbers = found.get(part.font) ?? [];
      if (numbers.at(-1) !== i + 1) numbers.push(i + 1);
      found.set(part.font, numbers);
    }
  });
  return found;
}

/**
 * Real names of the fonts in which short lines stand alone ("NotoSans-Bold"): PDF.js tells them only after it has
 * read a page's drawing. Those of pages that were read for their lines are known; for the others a few pages are read,
 * of each font the one with the least on it.
 */
export async function fontNames(
  pdf: PDFDocumentProxy,
  pages: Array<Array<Paragraph | Box>>,
  body: BodyStyle,
): Promise<Map<string, string>> {
  const wanted = pagesOfFonts(pages, body);
  const names = new Map<string, string>();
  const take = ({ commonObjs }: PDFPageProxy) => {
    for (const font of wanted.keys()) {
      if (names.has(font) || !commonObjs.has(font)) continue;
      const { name, bold, black } = commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean };
      names.set(font, `${name ?? ''}${bold || black ? ' bold' : ''}`);
    }
  };
  let looked = 0;
  for (const [font, numbers] of wanted) {
    const [number = 1] = numbers.sort((a, b) => (pages[a - 1]?.length ?? 0) - (pages[b - 1]?.length ?? 0) || a - b);
    const page = await pdf.getPage(number);
    take(page);
    if (names.has(font) || looked >= MAX_PAGES) continue;
    looked += 1;
    await page.getOperatorList().catch(() => undefined);
    take(page);
    page.cleanup();
  }
  return names;
}
