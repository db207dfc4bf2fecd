/** What PDF.js' worker tells of the fonts of a page's text (see `worker-source.ts`). */
export type FontStyles = Record<string, { name?: string; bold?: boolean }>;

/** Adds the real names of a page's fonts ("NotoSans-Bold") to those of the document, by the names that PDF.js gives them. */
export function addFontNames(names: Map<string, string>, styles: FontStyles): void {
  for (const [font, { name, bold }] of Object.entries(styles)) names.set(font, `${name ?? ''}${bold ? ' bold' : ''}`);
}

/** Each font by the first that has its real name: a program may write one font in many parts, one for each few letters. */
export function fontsByName(names: Map<string, string>): (font: string) => string {
  const first = new Map<string, string>();
  for (const [font, name] of names) {
    const own = name.replace(/^[A-Z]{6}\+/, '');
    if (own.trim() !== '' && !first.has(own)) first.set(own, font);
  }
  return (font) => first.get((names.get(font) ?? '').replace(/^[A-Z]{6}\+/, '')) ?? font;
}
