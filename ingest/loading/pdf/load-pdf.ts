import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LoadFailure } from '../load-failure.ts';
import type { Block, LoadedDocument } from '../loaded-document.ts';
import { type PageText, pageText, type TextPiece } from './atoms.ts';
import { type Box, isBox } from './box.ts';
import { continueTable, withCaptions } from './captions.ts';
import { hasTightTable } from './cell-table.ts';
import { withoutContents } from './contents.ts';
import { addFontNames, type FontStyles, fontsByName } from './font-names.ts';
import { partNotes, toNotes, withNotes } from './footnotes.ts';
import { formValues } from './form-values.ts';
import { framedTables, isGrid, mayFrame } from './frames.ts';
import {
  bodyStyle,
  type HeadingRules,
  headingLevel,
  headingSizes,
  namesHeading,
  outlineLevels,
  titleOf,
} from './headings.ts';
import { createLineJoiner, type LineJoiner } from './join-lines.ts';
import { layOut, needsRules } from './layout.ts';
import { openPdf, openPdfToDraw } from './open-pdf.ts';
import { pdfWarnings, readPictures } from './pages-without-text.ts';
import { goesOn, isItem, linePitches, type Paragraph, toParagraphs } from './paragraphs.ts';
import { partTables } from './part-tables.ts';
import type { Recogniser } from './recognise.ts';
import { toLine } from './rows.ts';
import { createRuleReader, type Rules } from './rules.ts';
import { dropRunningLines } from './running-lines.ts';
import { restOfTable } from './table-rest.ts';
import { listenToPaths } from './text-worker.ts';
import { refuseBomb } from './unpacking.ts';

const MAX_PAGES = 5_000;

export interface LoadPdfOptions {
  /** Hears of each page that is done. */
  onPage?: (done: number, of: number) => void;
  /** Reads pages that are pictures; without it they are named in the warnings. */
  recogniser?: Recogniser;
}

const NOTHING: PageText = { atoms: [], direction: 'right', bottom: 0, height: 842 };

interface ReadPages {
  /** Pages that cannot be read are empty, and named in `damaged`. */
  pages: PageText[];
  /** What each page draws around its text; none of a damaged one. */
  rules: Array<Rules | undefined>;
  /** Real names of the fonts. */
  fonts: Map<string, string>;
  damaged: number[];
}

async function readPage(pdf: PDFDocumentProxy, number: number, fields: TextPiece[], fonts: Map<string, string>) {
  const page = await pdf.getPage(number);
  const ruler = createRuleReader(page.view);
  listenToPaths(ruler.listen);
  const { items, styles } = await page.getTextContent().finally(() => listenToPaths(undefined));
  addFontNames(fonts, styles as FontStyles);
  const fontOf = fontsByName(fonts);
  const pieces = (items.filter((item) => 'str' in item) as TextPiece[]).map((piece) => ({
    ...piece,
    fontName: fontOf(piece.fontName),
  }));
  const text = pageText([...pieces, ...fields], page.view);
  page.cleanup();
  return { text, rules: ruler.rules(text.direction) };
}

async function readPages(pdf: PDFDocumentProxy, { onPage }: LoadPdfOptions): Promise<ReadPages> {
  const read: ReadPages = { pages: [], rules: [], fonts: new Map(), damaged: [] };
  const values = await formValues(pdf);
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const { text, rules } = await readPage(pdf, number, values.get(number) ?? [], read.fonts);
      read.pages.push(text);
      read.rules.push(rules);
    } catch {
      // One bad page is no reason to lose the others; a file of bad pages alone fails for want of text.
      read.pages.push(NOTHING);
      read.rules.push(undefined);
      read.damaged.push(number);
    }
    refuseBomb();
    onPage?.(number, pdf.numPages);
  }
  return read;
}

type Content = Array<Paragraph | Box>;

/** A document's pages as paragraphs and tables in reading order. */
function readContent(
  read: ReadPages,
  outline: Map<string, number>,
  { onPage }: LoadPdfOptions,
): { pages: Content[]; rules: HeadingRules } {
  const kept = dropRunningLines(read.pages);
  const join = createLineJoiner(kept.flat().map((atom) => atom.text));
  let before: Box | undefined;
  const layouts = kept.map((atoms, i) => {
    // A second round over the pages: it says that it goes on.
    onPage?.(kept.length, kept.length);
    const rules = read.rules[i];
    const framed = rules && mayFrame(rules) && (needsRules(atoms) || (isGrid(rules) && hasTightTable(atoms)));
    const boxes = framed ? framedTables(atoms, rules, join) : [];
    const laid = layOut(atoms, boxes, join);
    const rest = before && laid[0] && !isBox(laid[0]) ? restOfTable(before, atoms, join) : undefined;
    const parts = withoutContents(rest ? layOut(atoms, [rest, ...boxes], join) : laid, kept.length);
    const last = parts.at(-1);
    before = last && isBox(last) ? last : undefined;
    return parts.map((part) => (isBox(part) ? part : part.rows.map(toLine)));
  });
  const columns = layouts.flat().filter((part) => Array.isArray(part));
  const body = bodyStyle(columns);
  const options = {
    pitches: linePitches(columns),
    join,
    isHeading: namesHeading(outline),
    bodySize: body.size,
  };
  const pages = layouts.map((parts): Content => {
    const content: Content = [];
    const notes: ReturnType<typeof toNotes> = [];
    const lines = parts.filter((part) => Array.isArray(part));
    for (const part of parts) {
      if (!Array.isArray(part)) {
        content.push(...partTables(part));
        continue;
      }
      const column = partNotes(part, body.size, lines);
      const paragraphs = toParagraphs(column.text, options);
      const [last, first] = [content.at(-1), paragraphs[0]];
      if (last && !isBox(last) && first && goesOn(last, first)) {
        last.text = join.paragraph(last.text, first.text);
        last.open = first.open;
        paragraphs.shift();
      }
      content.push(...paragraphs);
      notes.push(...toNotes(column.notes, content.at(-1), options));
    }
    return withCaptions(withNotes(content, notes));
  });
  mendSentences(pages, join);
  const paragraphs = pages.flat().filter((part): part is Paragraph => !isBox(part));
  const rules = {
    body,
    outline,
    sizes: headingSizes(paragraphs, body),
    fontNames: read.fonts,
  };
  return { pages, rules };
}

/** A sentence that a page cuts is whole on the page where it begins. */
function mendSentences(pages: Content[], join: LineJoiner): void {
  pages.forEach((page, i) => {
    const [last, next] = [page.at(-1), pages[i + 1]];
    const first = next?.[0];
    if (!last || isBox(last) || !next || !first || isBox(first) || !goesOn(last, first, 'page')) return;
    const end = /^[\s\S]*?(?:[.!?]["”’)]*(?=\s|$)|[。！？][”’」）]*)/u.exec(first.text)?.[0] ?? first.text;
    last.text = join.paragraph(last.text, end);
    first.text = first.text.slice(end.length).trim();
    if (first.text === '') next.shift();
  });
}

function toBlock(part: Paragraph | Box, rules: HeadingRules): Block {
  if (isBox(part)) return { kind: 'table', rows: part.rows, ...(part.caption && { caption: part.caption }) };
  const level = headingLevel(part, rules);
  if (level !== undefined) return { kind: 'heading', level, text: part.text };
  return { kind: isItem(part.text) ? 'item' : 'text', text: part.text };
}

async function attachmentNames(pdf: PDFDocumentProxy): Promise<string[]> {
  const files = (await pdf.getAttachments().catch(() => null)) as Record<string, { filename?: string }> | null;
  return Object.values(files ?? {}).map(({ filename }) => filename ?? '?');
}

/** Text, headings, list items and tables of a PDF by page; headers, footers and page numbers are left out. */
export async function loadPdf(data: Uint8Array, options: LoadPdfOptions = {}): Promise<LoadedDocument> {
  const pdf = await openPdf(data);
  try {
    if (pdf.numPages > MAX_PAGES) throw new LoadFailure('too_large', { detail: `${pdf.numPages} pages` });
    const read = await readPages(pdf, options);
    const found = await readPictures({ pages: read.pages, openToDraw: () => openPdfToDraw(data.slice()), ...options });
    if (read.pages.every((page) => page.atoms.length === 0)) {
      if (found.pagesWithoutText.length > 0) throw new LoadFailure('no_text');
      throw new LoadFailure(read.damaged.length > 0 ? 'damaged' : 'empty');
    }
    const { pages: content, rules } = readContent(read, await outlineLevels(pdf), options);
    let before: Box | undefined;
    for (const page of content) {
      const [first, last] = [page[0], page.at(-1)];
      if (first && isBox(first)) continueTable(before, first);
      before = last && isBox(last) ? last : undefined;
    }
    const pages = content.map((page, i) => ({ page: i + 1, blocks: page.map((part) => toBlock(part, rules)) }));
    const { pagesWithoutText } = found;
    const warnings = pdfWarnings({ ...found, damaged: read.damaged, attachments: await attachmentNames(pdf) });
    return {
      title: await titleOf(
        pdf,
        pages.map(({ blocks }) => blocks),
      ),
      pages,
      pagesWithoutText,
      ...(warnings.length > 0 && { warnings }),
    };
  } finally {
    await pdf.destroy();
  }
}
