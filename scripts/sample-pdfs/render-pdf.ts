import type { SampleDocument } from './document.ts';
import { drawBlock } from './draw-block.ts';
import { drawTitle } from './draw-title.ts';
import { finishSheet, openSheet, type Sheet } from './sheet.ts';

/** An A4 PDF with title band, bookmarks, running header and page numbers; equal content gives equal bytes. */
export async function renderPdf(content: SampleDocument): Promise<Buffer> {
  const sheet = openSheet(content);
  drawTitle(sheet);
  const bookmark = createBookmarks(sheet);
  for (const block of content.blocks) {
    drawBlock(sheet, block);
    if (block.kind === 'section' || block.kind === 'subsection') bookmark(block.kind, block.text);
  }
  return finishSheet(sheet);
}

/** Adds each heading to the outline on the page where it was just drawn: subsections under their section. */
function createBookmarks({ pdf }: Sheet): (kind: 'section' | 'subsection', text: string) => void {
  const root = pdf.outline;
  let section = root;
  return (kind, text) => {
    if (kind === 'section') section = root.addItem(text);
    else section.addItem(text);
  };
}
