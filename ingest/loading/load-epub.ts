import { posix } from 'node:path';
import { LoadFailure } from './load-failure.ts';
import { loadHtml } from './load-html.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { openArchive } from './office/unzip.ts';
import { find, findAll, parseXml } from './office/xml.ts';

const CONTAINER = 'META-INF/container.xml';
const PAGE = /xhtml|html/;
/** Its files are packed anew, each unreadable by itself (EPUB 3.3 OCF, 4.2.6.3.2). */
const RIGHTS = 'META-INF/rights.xml';

/** A book's chapters in the order in which they are read; an e-book has no fixed pages. */
export function loadEpub(bytes: Uint8Array): LoadedDocument {
  const archive = openArchive(bytes);
  if (archive.has(RIGHTS)) throw new LoadFailure('encrypted');
  const container = archive.text(CONTAINER);
  const path = container && find(parseXml(container), 'rootfile')?.attributes['full-path'];
  const source = path && archive.text(path);
  if (!path || !source) throw new LoadFailure('damaged');
  const book = parseXml(source);
  const items = new Map(findAll(book, 'item').map(({ attributes }) => [attributes.id, attributes]));
  const blocks = findAll(book, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes.idref);
    if (!item?.href || !PAGE.test(item['media-type'] ?? '') || /\bnav\b/.test(item.properties ?? '')) return [];
    const chapter = archive.text(posix.join(posix.dirname(path), decodeURIComponent(item.href)));
    return chapter ? loadHtml(chapter).pages.flatMap((page) => page.blocks) : [];
  });
  const title = find(book, 'title')?.text.trim();
  return { title: title || null, pages: [{ page: null, blocks }] };
}
