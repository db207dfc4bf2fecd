import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText } from './atoms.ts';
import { OPS } from './pdfjs.ts';

/** Fewer letters than this beside a picture are a stamp or a scanner's mark. */
const FEW_LETTERS = 25;
/** Text that was turned into curves draws at least so many paths. */
const MANY_PATHS = 150;
const PAINTS = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
]);

export function hasFewLetters(page: PageText): boolean {
  let letters = 0;
  for (const { text } of page.atoms) {
    letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (letters >= FEW_LETTERS) return false;
  }
  return true;
}

/** Whether a page shows pictures, or text drawn as curves: what it says is then not among its text. */
export async function showsPictures(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((fn) => PAINTS.has(fn)) || fnArray.filter((fn) => fn === OPS.constructPath).length > MANY_PATHS;
}
