import mammoth from 'mammoth';
import { LoadFailure } from './load-failure.ts';
import { loadHtml } from './load-html.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { type Archive, openArchive } from './office/unzip.ts';
import { placeNumbers } from './office/word/number-marks.ts';
import { readNumbering } from './office/word/numbering.ts';
import { writeNumbers } from './office/word/write-numbers.ts';
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

/** Word on the web counts on in its parts' names. */
const BODY = /^word\/document\d*\.xml$/;

/** The file's parts as mammoth asks for them: unpacked within our limits (its own unpacking has none), numbers written out. */
function partsOf(archive: Archive) {
  const read = (name: string): string => {
    const text = archive.text(name) ?? '';
    const numbering = BODY.test(name) ? archive.text('word/numbering.xml') : undefined;
    return numbering === undefined
      ? text
      : writeNumbers(text, readNumbering(numbering, archive.text('word/styles.xml')));
  };
  return { exists: archive.has, read: async (name: string) => read(name) };
}

/**
 * Headings, lists, tables, numbers and notes of a Word file. Word keeps no pages: they come with the printer. mammoth is
 * used itself, not through the community's DocxLoader, which takes its plain text: no headings, no tables.
 */
export async function loadDocx(bytes: Uint8Array): Promise<LoadedDocument> {
  // mammoth's types leave `file` out, by which it takes an archive that is open already.
  const input = { file: partsOf(openArchive(bytes)) } as unknown as { buffer: Buffer };
  const html = await mammoth
    .convertToHtml(input, {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      styleMap: STYLES,
    })
    .catch((error: unknown) => {
      throw error instanceof LoadFailure ? error : new LoadFailure('damaged', { cause: error });
    });
  // Links from a footnote back to the text.
  const loaded = loadHtml(html.value.replace(/<a href="#[^"]*-ref-\d+">[^<]*<\/a>/g, ''), (root) => {
    placeNumbers(root);
    placeNotes(root);
  });
  return { ...loaded, pages: loaded.pages.map(({ page, blocks }) => ({ page, blocks: withCaptions(blocks) })) };
}
