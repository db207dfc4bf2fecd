import { isBox } from './box.ts';
import { CONTENTS_TITLE } from './contents-title.ts';
import type { Part } from './layout.ts';
import { toLine } from './rows.ts';

/** Dots that lead to a page's number, and the number. */
const ENTRY = /(?:[.·…‥]\s?){4,}\s*(\d{1,4})(?=\s|$)/gu;
const NUMBER_LAST = /\p{L}\S*\s+\d{1,4}$/u;
/** Beside the contents a line of its own: "6 Guarantee 18". */
const CHAPTER = /^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]+)\.?\s+\p{L}.{0,80}\s\d{1,4}$/u;
const LEADER = /[.·…‥]\s?[.·…‥]\s?[.·…‥]/u;
/** Without a title, fewer may be a list of prices. */
const ENOUGH = 5;

const textsOf = (part: Part): string[] =>
  isBox(part) ? part.rows.map((row) => row.join(' ')) : part.rows.map((row) => toLine(row).text);

/** A table of contents: dots that lead to numbers of pages, which only grow. `pages`: of the whole document. */
function isContents(texts: string[], pages: number): boolean {
  const numbers = texts.flatMap((text) => Array.from(text.matchAll(ENTRY), ([, number]) => Number(number)));
  const grows = numbers.every((number, i) => number >= (numbers[i - 1] ?? 0) && number <= pages);
  return grows && numbers.length >= (texts.some((text) => CONTENTS_TITLE.test(text)) ? 2 : ENOUGH);
}

/** Takes a table of contents off a page: it names what is found elsewhere, and would be found in its place. */
export function withoutContents(parts: Part[], pages: number): Part[] {
  const hasDots = parts.some((part) =>
    isBox(part)
      ? part.rows.some((row) => row.some((cell) => LEADER.test(cell)))
      : part.rows.some((row) => row.atoms.some(({ text }) => LEADER.test(text))),
  );
  if (!hasDots || !isContents(parts.flatMap(textsOf), pages)) return parts;
  return parts.flatMap((part): Part[] => {
    const isEntry = textsOf(part).map((text) => text.search(ENTRY) >= 0);
    if (isBox(part)) return isEntry.includes(true) ? [] : [part];
    if (!isEntry.includes(true)) {
      const others = part.rows.filter((row) => !CHAPTER.test(toLine(row).text));
      return others.length > 0 ? [{ ...part, rows: others }] : [];
    }
    // Chapters of the contents have a number, but no dots.
    const names = part.rows.map((row) => NUMBER_LAST.test(toLine(row).text));
    let from = isEntry.indexOf(true);
    let to = isEntry.lastIndexOf(true);
    while (names[from - 1]) from -= 1;
    while (names[to + 1]) to += 1;
    const rows = part.rows.filter((_, i) => i < from || i > to);
    return rows.length > 0 ? [{ ...part, rows }] : [];
  });
}
