import { PDFParse } from 'pdf-parse';
import { describe, expect, test } from 'vitest';
import { samplePdfs } from './content/index.ts';
import type { Block, SampleDocument } from './document.ts';
import { renderPdf } from './render-pdf.ts';

const bare = (text: string): string => text.replace(/\s/g, '');

describe.each(samplePdfs.map((content) => [`${content.name}.${content.locale}`, content] as const))(
  '%s',
  (_, content) => {
    test('has its text, in reading order, on three to six pages', async () => {
      const pages = await textOfPages(content);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      expect(pages.length).toBeLessThanOrEqual(6);
      const whole = bare(pages.map((text, index) => withoutRunningLines(text, content, index)).join(''));
      let from = 0;
      for (const text of content.blocks.flatMap(textsOf)) {
        const found = whole.indexOf(bare(text), from);
        expect(found, `"${text}" after position ${from}`).toBeGreaterThanOrEqual(from);
        from = found + bare(text).length;
      }
    });
  },
);

test('equal content gives equal bytes', async () => {
  const [content] = samplePdfs;
  if (!content) throw new Error('no sample document');
  expect((await renderPdf(content)).equals(await renderPdf(content))).toBe(true);
});

async function textOfPages(content: SampleDocument): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(await renderPdf(content)) });
  try {
    return (await parser.getText()).pages.map((page) => page.text);
  } finally {
    await parser.destroy();
  }
}

/** Drops the header line (but for the first page, which has none) and the footer line. */
function withoutRunningLines(text: string, content: SampleDocument, index: number): string {
  const lines = text.trim().split('\n');
  const footer = lines.pop();
  expect(footer).toContain(content.facts[0]);
  if (index > 0) expect(lines.shift()).toContain(content.title);
  return lines.join('\n');
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'note':
      return [block.label, block.text];
    case 'table':
      return block.rows.flat();
    default:
      return [block.text];
  }
}
