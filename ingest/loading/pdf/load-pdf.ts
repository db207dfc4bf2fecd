import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LoadFailure } from '../load-failure.ts';
import type { Block, LoadedDocument } from '../loaded-document.ts';
import { type PageLines, type TextPiece, toLines } from './fragments.ts';
import { isItem, linePitches, type Paragraph, toParagraphs } from './paragraphs.ts';
import { dropRunningLines } from './running-lines.ts';
import { findTables, type Table } from './tables.ts';

const MAX_PAGES = 5_000;
const HEADING_RATIO = 1.15;
const HEADING_LENGTH = 120;
const SHORT_HEADING = 60;
/** Below every heading that is told by its size. */
const BOLD_LEVEL = 5;

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

export interface LoadPdfOptions {
  /** Hears of each page that is done. */
  onPage?: (done: number, of: number) => void;
}

const bare = (text: string) => text.replace(/[\s\p{P}]+/gu, '').toLowerCase();

async function open(data: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new LoadFailure(name === 'PasswordException' ? 'encrypted' : 'damaged', { cause: error });
  }
}

/** Titles of the outline with their depth, 1 at the top. */
async function outlineLevels(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const levels = new Map<string, number>();
  const walk = (items: OutlineItem[], level: number) => {
    for (const item of items) {
      levels.set(bare(item.title), level);
      if (level < 6) walk(item.items ?? [], level + 1);
    }
  };
  walk(((await pdf.getOutline().catch(() => null)) ?? []) as OutlineItem[], 1);
  levels.delete('');
  return levels;
}

async function readPages(pdf: PDFDocumentProxy, { onPage }: LoadPdfOptions): Promise<PageLines[]> {
  const pages: PageLines[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const pieces = content.items.filter((item) => 'str' in item) as TextPiece[];
      pages.push(toLines(pieces, page.view));
      page.cleanup();
    } catch {
      // One bad page is no reason to lose the others; a file of bad pages alone fails for want of text.
      pages.push({ fragments: [], bottom: 0, height: 842 });
    }
    onPage?.(number, pdf.numPages);
  }
  return pages;
}

/** The letter size and the font in which most of the text is set. */
function bodyStyle(pages: PageLines[]): { size: number; font: string | undefined } {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, text, font } of pages.flatMap((page) => page.fragments)) {
    const key = Math.round(size * 2) / 2;
    sizes.set(key, (sizes.get(key) ?? 0) + text.length);
    if (font) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const most = <Key>(tally: Map<Key, number>) => [...tally].sort((a, b) => b[1] - a[1])[0]?.[0];
  return { size: most(sizes) ?? 10, font: most(fonts) };
}

/** A short line of its own in another font than the body's, which is usually bold. */
const looksLikeHeading = (part: Paragraph, body: { size: number; font: string | undefined }): boolean =>
  part.font !== null &&
  part.font !== body.font &&
  part.lines === 1 &&
  part.text.length <= SHORT_HEADING &&
  part.size >= body.size * 0.95 &&
  !/[。.:：;；,，、]$/.test(part.text);

/** Levels by size: the largest letters are 1. */
function sizeLevels(paragraphs: Array<Paragraph | Table>[], body: number): number[] {
  const sizes = new Set<number>();
  for (const part of paragraphs.flat())
    if ('text' in part && part.size >= body * HEADING_RATIO && part.text.length <= HEADING_LENGTH)
      sizes.add(Math.round(part.size));
  return [...sizes].sort((a, b) => b - a);
}

const isText = (part: Paragraph | Table): part is Paragraph => 'text' in part;

/** Text, headings, list items and tables of a PDF by page; headers, footers and page numbers are left out. */
export async function loadPdf(data: Uint8Array, options: LoadPdfOptions = {}): Promise<LoadedDocument> {
  const pdf = await open(data);
  try {
    if (pdf.numPages > MAX_PAGES) throw new LoadFailure('too_large', { detail: `${pdf.numPages} pages` });
    const read = await readPages(pdf, options);
    if (read.every((page) => page.fragments.length === 0)) throw new LoadFailure('no_text');
    const outline = await outlineLevels(pdf);
    const lines = dropRunningLines(read);
    const pitches = linePitches(lines);
    const parts = lines.map((fragments) => findTables(toParagraphs(fragments, pitches)));
    const body = bodyStyle(read);
    const sizes = sizeLevels(parts, body.size);

    const toBlock = (part: Paragraph | Table): Block => {
      if (!isText(part)) return { kind: 'table', rows: part.rows };
      const byOutline = part.lines <= 3 ? outline.get(bare(part.text)) : undefined;
      const large = part.size >= body.size * HEADING_RATIO && part.text.length <= HEADING_LENGTH;
      if (byOutline !== undefined || (large && !isItem(part.text)) || (large && part.lines === 1))
        return {
          kind: 'heading',
          level: Math.min(6, byOutline ?? sizes.indexOf(Math.round(part.size)) + 1),
          text: part.text,
        };
      if (!isItem(part.text) && looksLikeHeading(part, body))
        return { kind: 'heading', level: BOLD_LEVEL, text: part.text };
      return { kind: isItem(part.text) ? 'item' : 'text', text: part.text };
    };
    let before: Table | undefined;
    const pages = parts.map((page, i) => {
      const first = page[0];
      if (before && first && !isText(first) && continues(before, first)) first.rows.unshift(before.rows[0] ?? []);
      const last = page.at(-1);
      before = last && !isText(last) ? last : undefined;
      return { page: i + 1, blocks: page.map(toBlock) };
    });
    return {
      title: await titleOf(
        pdf,
        pages.flatMap((page) => page.blocks),
      ),
      pages,
    };
  } finally {
    await pdf.destroy();
  }
}

/** A table at the top of a page that has the columns, but not the header, of the one that ended the page before. */
function continues(before: Table, next: Table): boolean {
  return (
    before.columns.length === next.columns.length &&
    before.columns.every((edge, i) => Math.abs(edge - (next.columns[i] ?? 0)) < 3) &&
    before.rows[0]?.join('|') !== next.rows[0]?.join('|')
  );
}

/** The title that the file names, unless it is a file name or a placeholder; else its first heading. */
async function titleOf(pdf: PDFDocumentProxy, blocks: Block[]): Promise<string | null> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = metadata?.info as { Title?: unknown } | undefined;
  const named = typeof info?.Title === 'string' ? info.Title.trim() : '';
  if (named && !/\.\w{2,5}$|^untitled|^microsoft word|^无标题|^\(/i.test(named)) return named.slice(0, 200);
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? heading.text.slice(0, 200) : null;
}
