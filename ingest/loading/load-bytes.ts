import { askedAndAnswered } from './asked-and-answered.ts';
import { decodeHtml, decodeText } from './decode-text.ts';
import { withoutFalseHead } from './headless-table.ts';
import { loadCsv } from './load-csv.ts';
import { LoadFailure } from './load-failure.ts';
import { loadJson } from './load-json.ts';
import { loadText } from './load-text.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';
import { apartByLanguage } from './parallel-texts.ts';
import type { Recogniser } from './pdf/recognise.ts';
import { withoutIdleEnds } from './section-end.ts';
import { sniff } from './sniff.ts';
import { withLegend } from './table-legend.ts';

export interface LoadOptions {
  /** Hears of each page that is done. */
  onPage?: (done: number, of: number) => void;
  /** Reads pages that are pictures, where the operator has installed tesseract. */
  recogniser?: Recogniser;
}

async function load(
  bytes: Uint8Array,
  fileName: string,
  mime: string | null,
  options: LoadOptions,
): Promise<LoadedDocument> {
  switch (sniff(bytes, fileName, mime)) {
    case 'pdf':
      return (await import('./pdf/load-pdf.ts')).loadPdf(bytes, options);
    case 'docx':
      return (await import('./load-docx.ts')).loadDocx(bytes);
    case 'pptx':
      return (await import('./office/load-pptx.ts')).loadPptx(bytes);
    case 'xlsx':
      return (await import('./office/load-xlsx.ts')).loadXlsx(bytes);
    case 'odf':
      return (await import('./office/load-odf.ts')).loadOdf(bytes);
    case 'epub':
      return (await import('./load-epub.ts')).loadEpub(bytes);
    case 'rtf':
      return (await import('./load-rtf.ts')).loadRtf(bytes);
    case 'mail':
      return (await import('./load-mail.ts')).loadMail(bytes);
    case 'html':
      return (await import('./load-html.ts')).loadHtml(decodeHtml(bytes));
    case 'markdown':
      return (await import('./load-markdown.ts')).loadMarkdown(decodeText(bytes));
    case 'csv':
      return loadCsv(decodeText(bytes));
    case 'json':
      return loadJson(decodeText(bytes)) ?? loadText(decodeText(bytes));
    case 'text':
      return loadText(decodeText(bytes));
  }
}

/** But for tabs and ends of lines. */
const CONTROL = /[\p{Cc}--[\t\n]]/gv;

/** Text that PostgreSQL can hold and people can read: no control characters, no halves of characters. */
const clean = (text: string): string => text.toWellFormed().replace(CONTROL, ' ').trim();

const cleanBlock = (block: Block): Block =>
  block.kind === 'table'
    ? withoutFalseHead({
        kind: 'table',
        rows: block.rows.map((row) => row.map(clean)),
        ...(block.caption && { caption: clean(block.caption) }),
      })
    : { ...block, text: clean(block.text) };

const apart = (block: Block): Block[] => (block.kind === 'table' ? apartByLanguage(block) : [block]);

/** Blocks of a file of any kind that we read; throws LoadFailure. The heavy libraries load only for their kind. */
export async function loadBytes(
  bytes: Uint8Array,
  fileName: string,
  mime: string | null,
  options: LoadOptions = {},
): Promise<LoadedDocument> {
  if (bytes.length === 0) throw new LoadFailure('empty');
  const raw = await load(bytes, fileName, mime, options);
  const loaded: LoadedDocument = {
    ...raw,
    title: raw.title === null ? null : clean(raw.title) || null,
    pages: withLegend(
      raw.pages.map(({ page, blocks }) => ({
        page,
        blocks: askedAndAnswered(withoutIdleEnds(blocks.map(cleanBlock).flatMap(apart))),
      })),
    ),
  };
  const hasText = loaded.pages.some((page) =>
    page.blocks.some((block) => block.kind === 'table' || /[\p{L}\p{N}]/u.test(block.text)),
  );
  if (!hasText) throw new LoadFailure('no_text');
  return loaded;
}
