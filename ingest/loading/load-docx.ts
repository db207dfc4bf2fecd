import mammoth from 'mammoth';
import { LoadFailure } from './load-failure.ts';
import { loadHtml } from './load-html.ts';
import type { LoadedDocument } from './loaded-document.ts';

/** Headings, lists and tables of a Word file. Word keeps no pages: they come with the printer. */
export async function loadDocx(bytes: Uint8Array): Promise<LoadedDocument> {
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      },
    )
    .catch((error: unknown) => {
      throw new LoadFailure('damaged', { cause: error });
    });
  return loadHtml(html.value.replace(/<img[^>]*>/g, ''));
}
