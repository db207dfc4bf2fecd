import type { PDFPageProxy } from 'pdfjs-dist';
import { matchedShare, matchText } from './match-text.ts';

/** A box on a page, in percent of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Below the baseline hangs about this share of a letter's height. */
const DESCENT = 0.22;

/** Where on a page a passage stands, and how much of it stands there. */
export async function textBoxes(page: PDFPageProxy, passage: string): Promise<{ boxes: Box[]; share: number }> {
  const content = await page.getTextContent();
  const items = content.items.filter((item) => 'str' in item);
  const found = matchText(items, passage);
  const view = page.getViewport({ scale: 1 });
  const boxes = items.flatMap((item, index): Box[] => {
    if (!found[index] || item.str.trim() === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const height = item.height || Math.hypot(c, d);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = view.convertToViewportRectangle([
      x,
      y - height * DESCENT,
      x + item.width,
      y + height * (1 - DESCENT / 2),
    ]);
    return [
      {
        left: (Math.min(x1, x2) / view.width) * 100,
        top: (Math.min(y1, y2) / view.height) * 100,
        width: (Math.abs(x2 - x1) / view.width) * 100,
        height: (Math.abs(y2 - y1) / view.height) * 100,
      },
    ];
  });
  return { boxes, share: matchedShare(items, found, passage) };
}
