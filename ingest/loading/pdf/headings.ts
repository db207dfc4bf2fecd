import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../loaded-document.ts';
import { CONTENTS_TITLE } from './contents-title.ts';
import { plainLetters } from './letters.ts';
import { isItem, type Paragraph } from './paragraphs.ts';
import type { Line } from './rows.ts';

const HEADING_RATIO = 1.15;
const LONGEST = 120;
const LONGEST_BOLD = 60;
/** A bold "1. Scope" in letters that are larger at all is no item of a list. */
const LARGER_ITEM = 1.05;
/** Below every heading that is told by its size. */
const BOLD_LEVEL = 5;
const BOLD_FONT = /bold|black|heavy|demi|semib|cmbx|sfbx|medi(?:um)?\b|heiti|simhei|[-,]b\b/i;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百\d]+[章节条部篇]|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{Lu}|\p{Script=Han})|[一二三四五六七八九十]{1,3}、)/u;
/** "4.8 千克" is a value. */
const VALUE = /^[\d.]+\s*(?:千克|公斤|毫?克|[毫厘分千]?米|毫?升|元|小时|分钟|秒|[天年岁寸瓦伏安]|个月|英寸)/;
/** Letters; a Chinese one counts twice. */
const FULL_LINE = 50;
const SENTENCE_END = /[。.!！?？:：;；,，、]$/;

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

const bare = (text: string) => text.replace(/[\s\p{P}]+/gu, '').toLowerCase();

/** Titles of the outline with their depth, 1 at the top. */
export async function outlineLevels(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const levels = new Map<string, number>();
  const walk = (items: OutlineItem[], level: number) => {
    for (const item of items) {
      levels.set(bare(item.title), level);
      if (level < 6) walk(item.items ?? [], level + 1);
    }
  };
  walk(((await pdf.getOutline().catch(() => null)) ?? []) as OutlineItem[], 1);
  levels.delete('');
  return levels;
}

/** How the running text of a document is set. */
export interface BodyStyle {
  size: number;
  font: string | undefined;
  /** The largest letters in which whole lines of text are set: a leaflet's introduction, say. */
  largest: number;
}

/** The letter size and the font in which most of the text is set. */
export function bodyStyle(columns: Line[][]): BodyStyle {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, text, font } of columns.flat()) {
    const key = Math.round(size * 2) / 2;
    sizes.set(key, (sizes.get(key) ?? 0) + text.length);
    if (font) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const most = <Key>(tally: Map<Key, number>) => [...tally].sort((a, b) => b[1] - a[1])[0]?.[0];
  const size = most(sizes) ?? 10;
  const full = new Map<number, number>();
  for (const line of columns.flat())
    if (line.text.replace(/\p{Script=Han}/gu, '$&$&').length >= FULL_LINE)
      full.set(Math.round(line.size * 2) / 2, (full.get(Math.round(line.size * 2) / 2) ?? 0) + 1);
  const texts = [...full].filter(([key, lines]) => lines >= 2 && key < size * 1.4).map(([key]) => key);
  return { size, font: most(fonts), largest: Math.max(size, ...texts) };
}

/** A line of its own, short, not a sentence: what a heading without larger letters looks like. */
const standsAlone = (part: Paragraph, body: BodyStyle): boolean =>
  part.lines <= 2 &&
  part.text.length <= LONGEST_BOLD &&
  part.size >= body.size * 0.95 &&
  !SENTENCE_END.test(part.text) &&
  /[\p{Lu}\p{Ll}\p{Lo}]{2}|\p{Script=Han}/u.test(part.text);

export interface HeadingRules {
  body: BodyStyle;
  outline: Map<string, number>;
  /** Sizes of large lines, the largest first. */
  sizes: number[];
  /** Names of the fonts that were looked up. */
  fontNames: Map<string, string>;
}

/** Sizes of the lines that are large enough for headings. */
export const headingSizes = (parts: Paragraph[], body: BodyStyle): number[] => {
  const large = parts.filter(
    (part) => part.size >= Math.min(body.size * 1.6, body.largest * HEADING_RATIO) && part.text.length <= LONGEST,
  );
  return [...new Set(large.map((part) => Math.round(part.size)))].sort((a, b) => b - a);
};

/** The level of a heading, or undefined: by the outline, by size, by a bold font, by its number. */
export function headingLevel(part: Paragraph, rules: HeadingRules): number | undefined {
  const { body, outline, sizes, fontNames } = rules;
  const named = part.lines <= 3 ? outline.get(bare(part.text)) : undefined;
  if (named !== undefined) return Math.min(6, named);
  const large = part.size >= Math.min(body.size * 1.6, body.largest * HEADING_RATIO) && part.text.length <= LONGEST;
  // Figures alone name nothing: they count steps, or are a price.
  if (large && (!isItem(part.text) || part.lines === 1) && /\p{L}/u.test(part.text))
    return Math.min(6, sizes.indexOf(Math.round(part.size)) + 1);
  if (!standsAlone(part, body)) return undefined;
  const bold = part.font !== null && part.font !== body.font && BOLD_FONT.test(fontNames.get(part.font) ?? '');
  const larger = part.lines === 1 && part.size > body.size * LARGER_ITEM;
  if (bold && (larger || !isItem(part.text) || NUMBERED.test(part.text))) return BOLD_LEVEL;
  if (
    NUMBERED.test(part.text) &&
    !VALUE.test(part.text) &&
    part.lines === 1 &&
    part.above > part.size * 0.6 &&
    !part.open
  )
    return BOLD_LEVEL;
  return undefined;
}

/** Whether a line's text is a title of the outline. */
export const namesHeading = (outline: Map<string, number>) =>
  outline.size === 0 ? () => false : (text: string) => text.length <= LONGEST && outline.has(bare(text));

/** The title that the file names, unless it is a file name or a placeholder; else that of its cover, or its first heading. */
export async function titleOf(pdf: PDFDocumentProxy, pages: Block[][]): Promise<string | null> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const info = metadata?.info as { Title?: unknown } | undefined;
  const named = typeof info?.Title === 'string' ? plainLetters(info.Title).trim() : '';
  if (named && !/\.\w{2,5}$|^untitled|^microsoft word|^无标题|^未命名|^\(/i.test(named)) return named.slice(0, 200);
  const isCover = pages[0]?.every(({ kind }) => kind === 'heading');
  const headings = ((isCover ? pages[0] : undefined) ?? pages.flat()).flatMap((block) =>
    block.kind === 'heading' && !CONTENTS_TITLE.test(block.text) ? [block] : [],
  );
  const top = Math.min(...headings.map(({ level }) => level));
  return headings.find(({ level }) => level === top)?.text.slice(0, 200) ?? null;
}
