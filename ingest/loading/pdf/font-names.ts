/** What PDF.js' worker tells of the fonts of a page's text (see `worker-source.ts`). */
export type FontStyles = Record<string, { name?: string; bold?: boolean }>;

/** Adds the real names of a page's fonts ("NotoSans-Bold") to those of the document, by the names that PDF.js gives them. */
export function addFontNames(names: Map<string, string>, styles: FontStyles): void {
  for (const [font, { name, bold }] of Object.entries(styles)) names.set(font, `${name ?? ''}${bold ? ' bold' : ''}`);
}
