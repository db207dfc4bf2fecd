import { expect, it } from 'vitest';
import { loadBytes } from '../../ingest/loading/load-bytes.ts';
import { DOCUMENTS } from './documents/documents.ts';

/** Caption's beginning, rows with the head, columns. */
const TABLES: Record<string, Array<[string | undefined, number, number]>> = {
  'hd-7-dryer.en.pdf': [['Table 1', 5, 5]],
  'cast-iron.zh.pdf': [['表 2', 6, 5]],
  // The second page's part has the head of the first.
  'bicycle-parts.en.pdf': [
    [undefined, 33, 4],
    [undefined, 18, 4],
  ],
  'freight.zh.pdf': [
    ['表 3-1', 5, 4],
    ['表 3-2', 5, 3],
  ],
};

it.each(DOCUMENTS.map((document) => [document.name, document] as const))(
  'reads %s in order, with its tables whole',
  async (name, document) => {
    const loaded = await loadBytes(await document.make(), name, null);
    const blocks = loaded.pages.flatMap((page) => page.blocks);
    const text = blocks
      .map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text))
      .join('')
      .replace(/\s+/g, '');
    let at = 0;
    for (const part of document.order) {
      const found = text.indexOf(part.replace(/\s+/g, ''), at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found;
    }
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(
      tables.map(({ rows, caption }) => [caption?.match(/^\S+ [\d-]+/)?.[0], rows.length, rows[0]?.length]),
    ).toEqual(TABLES[name]);
  },
);
