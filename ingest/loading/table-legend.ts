import type { Block, LoadedPage } from './loaded-document.ts';

const SIGN = '[●○◎◉◆◇■□▲△▼▽★☆✓✔√✗✘✕×]';
const BLANK = '空白|空格|留空|blank|empty';
const IS_SIGN = new RegExp(`^${SIGN}$`, 'u');
const IS_BLANK = new RegExp(`^(?:${BLANK})$`, 'iu');
const ENTRY = new RegExp(`(${SIGN}|(?<!\\p{L})(?:${BLANK}))\\s*(?:[=＝:：]|表示|代表|means?)\\s*`, 'giu');
/** What is longer is a text that has such a sign in it. */
const LONGEST_MEANING = 40;

/** What each sign means, '' the empty cell, by the lines of a text that say so. */
function legendOf(text: string): Array<[sign: string, meaning: string]> {
  return text.split('\n').flatMap((line) => {
    const entries = [...line.matchAll(ENTRY)];
    return entries.flatMap((entry, i): Array<[string, string]> => {
      const rest = line.slice(entry.index + entry[0].length, entries[i + 1]?.index);
      const meaning = (/^[^,，;；。.]*/.exec(rest)?.[0] ?? '').replace(/[、/|（(\s]+$/u, '').trim();
      const said = meaning !== '' && meaning.length <= LONGEST_MEANING;
      return said && entry[1] ? [[IS_BLANK.test(entry[1]) ? '' : entry[1], meaning]] : [];
    });
  });
}

const textIn = (block: Block): string => (block.kind === 'table' ? (block.caption ?? '') : block.text);

/** Cells that are a sign alone say what it means; so do empty ones, in columns of nothing else than signs. */
function spelledOut(rows: string[][], meanings: ReadonlyMap<string, string>): string[][] {
  const [head, ...body] = rows;
  const isSigned = (cell: string) => IS_SIGN.test(cell) && meanings.has(cell);
  if (!head || !body.flat().some(isSigned)) return rows;
  const ofSigns = head.map((_, c) => body.every((row) => !row[c] || isSigned(row[c])));
  return [
    head,
    ...body.map((row) =>
      row.map((cell, c) => (isSigned(cell) || (cell === '' && ofSigns[c]) ? (meanings.get(cell) ?? cell) : cell)),
    ),
  ];
}

/** Tables whose signs a legend explains ("● = contains, ○ = traces") in words: a row is quoted without the legend. */
export function withLegend(pages: readonly LoadedPage[]): LoadedPage[] {
  const legend = pages.flatMap(({ blocks }) => blocks.map(textIn)).flatMap(legendOf);
  // What stands first is not said otherwise below.
  const meanings = new Map(legend.toReversed());
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: spelledOut(block.rows, meanings) } : block,
    ),
  }));
}
