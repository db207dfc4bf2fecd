import mammoth from 'mammoth';
import { LoadFailure } from './load-failure.ts';
import { loadHtml } from './load-html.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { openArchive } from './office/unzip.ts';
import { placeNotes } from './place-notes.ts';
import { withCaptions } from './table-captions.ts';

/** Styles that mean a heading whatever their language; mammoth knows "heading 1" to "heading 6" itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='标题 ${level}'] => h${level}:fresh`,
    `p[style-name='标题${level}'] => h${level}:fresh`,
    `p[style-name='標題 ${level}'] => h${level}:fresh`,
  ]),
];

/**
 * Headings, lists, tables and notes of a Word file. Word keeps no pages: they come with the printer. mammoth is used
 * itself, not through the community's DocxLoader, which takes its plain text: no headings, no tables.
 */
export async function loadDocx(bytes: Uint8Array): Promise<LoadedDocument> {
  // mammoth unpacks without limits: what it will read is unpacked with them first.
  const archive = openArchive(bytes);
  for (const name of archive.names) if (/^(?:word|docProps|_rels)\/.*\.(?:xml|rels)$/.test(name)) archive.text(name);
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), styleMap: STYLES },
    )
    .catch((error: unknown) => {
      throw new LoadFailure('damaged', { cause: error });
    });
  // Links from a footnote back to the text.
  const loaded = loadHtml(html.value.replace(/<a href="#[^"]*-ref-\d+">[^<]*<\/a>/g, ''), placeNotes);
  return { ...loaded, pages: loaded.pages.map(({ page, blocks }) => ({ page, blocks: withCaptions(blocks) })) };
}
