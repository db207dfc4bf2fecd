import { decodeText } from './decode-text.ts';
import { loadCsv } from './load-csv.ts';
import { LoadFailure } from './load-failure.ts';
import { loadMarkdown } from './load-markdown.ts';
import { loadText } from './load-text.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { sniff } from './sniff.ts';

async function load(bytes: Uint8Array, fileName: string, mime: string | null): Promise<LoadedDocument> {
  switch (sniff(bytes, fileName, mime)) {
    case 'pdf':
      return (await import('./pdf/load-pdf.ts')).loadPdf(bytes);
    case 'docx':
      return (await import('./load-docx.ts')).loadDocx(bytes);
    case 'html':
      return (await import('./load-html.ts')).loadHtml(decodeText(bytes));
    case 'markdown':
      return loadMarkdown(decodeText(bytes));
    case 'csv':
      return loadCsv(decodeText(bytes));
    case 'text':
      return loadText(decodeText(bytes));
    case undefined:
      throw new LoadFailure('unsupported');
  }
}

/** Blocks of a file of any kind that we read; throws LoadFailure. The heavy libraries load only for their kind. */
export async function loadBytes(bytes: Uint8Array, fileName: string, mime: string | null): Promise<LoadedDocument> {
  if (bytes.length === 0) throw new LoadFailure('empty');
  const loaded = await load(bytes, fileName, mime);
  const hasText = loaded.pages.some((page) =>
    page.blocks.some((block) => block.kind === 'table' || /[\p{L}\p{N}]/u.test(block.text)),
  );
  if (!hasText) throw new LoadFailure('no_text');
  return loaded;
}
