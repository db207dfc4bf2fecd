import type { Fragment, PageLines } from './fragments.ts';

/** Share of the page's height at top and bottom in which headers and footers stand. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^(?:[-–—]?\s*\d{1,4}\s*[-–—]?|第\s*\d+\s*页.*|page\s+\d+.*|\d+\s*(?:\/|of)\s*\d+|[ivxlc]{1,6})$/i;

const shape = (text: string) => text.replace(/\d+/g, '0').replace(/\s+/g, '');

/** Takes away headers, footers and page numbers: lines at the edge that most pages repeat. */
export function dropRunningLines(pages: PageLines[]): Fragment[][] {
  const atEdge = ({ bottom, height }: PageLines, { y, size }: Fragment) =>
    y < bottom + height * MARGIN || y + size > bottom + height * (1 - MARGIN);
  const counts = new Map<string, number>();
  for (const page of pages) {
    const shapes = new Set(page.fragments.filter((f) => atEdge(page, f)).map((f) => shape(f.text)));
    for (const key of shapes) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, Math.ceil(pages.length * 0.5));
  return pages.map((page) => {
    const lowest = Math.min(...page.fragments.map((fragment) => fragment.y));
    const kept = page.fragments.filter((fragment) => {
      if (PAGE_NUMBER.test(fragment.text) && (fragment.y === lowest || atEdge(page, fragment))) return false;
      return !atEdge(page, fragment) || (counts.get(shape(fragment.text)) ?? 0) < often;
    });
    // A page of one line that others repeat is a page of text, not of a header.
    return kept.length > 0 ? kept : page.fragments;
  });
}
