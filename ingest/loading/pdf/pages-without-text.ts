import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LoadWarning } from '../loaded-document.ts';
import type { PageText } from './atoms.ts';
import { hasFewLetters, showsPictures } from './pictures.ts';
import { type Recogniser, recognisePage } from './recognise.ts';

/** Pages that are looked at, and of these, pages that are recognised: it takes seconds for each. */
const MAX_LOOKED_AT = 300;
const MAX_RECOGNISED = 40;
/** Milliseconds: less than a reader may take for the file, so that slow pictures cost themselves, not the file. */
const RECOGNISE_MS = { first: 12_000, page: 5_000, most: 180_000 };

export interface Recognition {
  /** Numbers from 1. */
  pagesWithoutText: number[];
  recognised: number[];
}

/**
 * Finds the pages that show pictures of text, and reads them where the operator has a recogniser: `pages` gets their
 * text. Pages that are simply empty are neither.
 */
export async function readPictures(options: {
  pages: PageText[];
  recogniser?: Recogniser;
  /** Opens the file with its pictures, which is done once and only for pages that hold hardly any text. */
  openToDraw: () => Promise<PDFDocumentProxy>;
  onPage?: (done: number, of: number) => void;
}): Promise<Recognition> {
  const { pages, recogniser } = options;
  const out: Recognition = { pagesWithoutText: [], recognised: [] };
  const end = performance.now() + Math.min(RECOGNISE_MS.most, RECOGNISE_MS.first + pages.length * RECOGNISE_MS.page);
  let looked = 0;
  let drawn: Promise<PDFDocumentProxy> | undefined;
  for (const [i, text] of pages.entries()) {
    if (!hasFewLetters(text)) continue;
    looked += 1;
    if (looked > MAX_LOOKED_AT) {
      if (text.atoms.length === 0) out.pagesWithoutText.push(i + 1);
      continue;
    }
    drawn ??= options.openToDraw();
    const page = await drawn.then((pdf) => pdf.getPage(i + 1)).catch(() => undefined);
    if (!page || !(await showsPictures(page).catch(() => false))) continue;
    const inTime = performance.now() < end && out.recognised.length < MAX_RECOGNISED;
    const found = recogniser && inTime ? await recognisePage(page, recogniser).catch(() => undefined) : undefined;
    if (found && !hasFewLetters(found)) {
      pages[i] = found;
      out.recognised.push(i + 1);
    } else if (text.atoms.length === 0) out.pagesWithoutText.push(i + 1);
    page.cleanup();
    options.onPage?.(i + 1, pages.length);
  }
  await drawn?.then((one) => one.destroy()).catch(() => undefined);
  return out;
}

const SHOWN = 20;
const listed = (pages: number[]) =>
  pages.slice(0, SHOWN).join(', ') + (pages.length > SHOWN ? ` and ${pages.length - SHOWN} more` : '');

/** What a person should know of a file that was read all the same. */
export function pdfWarnings(found: Recognition & { damaged: number[]; attachments: string[] }): LoadWarning[] {
  const { pagesWithoutText, recognised, damaged, attachments } = found;
  const warnings: LoadWarning[] = [];
  if (pagesWithoutText.length > 0)
    warnings.push({
      code: 'pages_without_text',
      message: `Pages that hold pictures only and were left out: ${listed(pagesWithoutText)}. Run text recognition (OCR) on the file to have them read.`,
      pages: pagesWithoutText,
    });
  if (recognised.length > 0)
    warnings.push({
      code: 'pages_recognised',
      message: `Pages whose text was recognised from pictures, perhaps with faults: ${listed(recognised)}.`,
      pages: recognised,
    });
  if (damaged.length > 0)
    warnings.push({
      code: 'pages_damaged',
      message: `Pages that are damaged and were left out: ${listed(damaged)}.`,
      pages: damaged,
    });
  if (attachments.length > 0)
    warnings.push({
      code: 'attachments_ignored',
      message: `Files attached to the PDF were left out: ${attachments.slice(0, SHOWN).join(', ')}. Upload them by themselves.`,
    });
  return warnings;
}
