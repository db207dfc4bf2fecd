import type { LineJoiner } from './join-lines.ts';
import type { Line } from './rows.ts';

/** Lines that belong together: a paragraph, a heading or a list item. */
export interface Paragraph {
  text: string;
  x0: number;
  x1: number;
  size: number;
  font: string | null;
  lines: number;
  rtl: boolean;
  /** White above, in points; infinite at the top of a column. */
  above: number;
  /** The last line reaches the right edge of its column: the text may go on elsewhere. */
  open: boolean;
}

const ITEM =
  /^(?:[-–—•·●▪◦○■□◆◇➢►▶✓✔*\uf0b7\uf0a7\uf06c\uf0d8]\s?|\(?\d{1,2}[.)、)](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|步骤\s*\d)/u;
const SIZE_STEP = 2;
const DEFAULT_PITCH = 1.5;
const TITLE_SHARE = 0.5;
/** Letters that are so much larger than the running text's are a title's. */
const LARGER = 1.1;
/** Letters: a line of running text has more, in any script. */
const LONG_LINE = 25;

const sizeKey = (size: number) => Math.round(size * SIZE_STEP);

export const isItem = (text: string): boolean => ITEM.test(text);

/** The usual distance of two lines of a paragraph for each letter size, in points. */
export function linePitches(columns: Line[][]): Map<number, number> {
  const tallies = new Map<number, Map<number, number>>();
  for (const lines of columns) {
    for (let i = 1; i < lines.length; i++) {
      const above = lines[i - 1];
      const below = lines[i];
      if (!above || !below || Math.abs(above.x0 - below.x0) > 2 || sizeKey(above.size) !== sizeKey(below.size))
        continue;
      const pitch = above.y - below.y;
      if (pitch <= below.size * 0.8 || pitch > below.size * 2.4 || ITEM.test(below.text)) continue;
      const tally = tallies.get(sizeKey(below.size)) ?? new Map<number, number>();
      const key = Math.round(pitch * 2) / 2;
      tally.set(key, (tally.get(key) ?? 0) + 1);
      tallies.set(sizeKey(below.size), tally);
    }
  }
  const pitches = new Map<number, number>();
  for (const [size, tally] of tallies) {
    // The tightest distance that is at all common: wider ones stand between paragraphs.
    const most = Math.max(...tally.values());
    const common = [...tally].filter(([, count]) => count * 4 >= most).map(([pitch]) => pitch);
    pitches.set(size, Math.min(...common));
  }
  return pitches;
}

/** Same left edge, a first line that is set in, the text of a list item, or lines about one middle. */
function isAligned(last: Paragraph, line: Line): boolean {
  if (last.rtl || line.rtl) return Math.abs(last.x1 - line.x1) < line.size * 2.5;
  const indent = line.x0 - last.x0;
  if (Math.abs(indent) < 3) return true;
  if (last.lines === 1 && indent < 0 && indent > -line.size * 3) return true;
  if (ITEM.test(last.text) && indent > 0 && indent < line.size * 2.5) return true;
  return Math.abs(last.x0 + last.x1 - line.x0 - line.x1) < 4 && Math.abs(last.size - line.size) < 0.1;
}

export interface ParagraphOptions {
  pitches: Map<number, number>;
  join: LineJoiner;
  /** Lines that are headings for another reason than their looks: the outline names them. */
  isHeading(line: string): boolean;
  /** Of the running text, in points: larger letters are titles, whose lines belong together wherever they end. */
  bodySize: number;
}

/** Joins lines of one column that follow each other at the usual distance. */
export function toParagraphs(lines: Line[], { pitches, join, isHeading, bodySize }: ParagraphOptions): Paragraph[] {
  const out: Paragraph[] = [];
  const right = Math.max(...lines.map((line) => line.x1));
  let before: Line | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    const pitch = pitches.get(sizeKey(line.size)) ?? line.size * DEFAULT_PITCH;
    const step = before ? before.y - line.y : Number.POSITIVE_INFINITY;
    const open = line.x1 > right - line.size * 2;
    if (
      last &&
      before &&
      step > 0 &&
      step <= pitch * 1.12 &&
      Math.abs(last.size - line.size) < 0.6 &&
      isAligned(last, line) &&
      !endsShort(before, last, line, right) &&
      !isTitleOf(before, last, line, right) &&
      !(line.size < bodySize * LARGER && beginsAnew(before, last, line, right)) &&
      !(last.font && line.font && last.font !== line.font && !isInline(before, last, right)) &&
      !ITEM.test(line.text) &&
      !isHeading(last.text) &&
      !isHeading(line.text)
    ) {
      last.text = join.paragraph(last.text, line.text);
      last.x0 = Math.min(last.x0, line.x0);
      last.x1 = Math.max(last.x1, line.x1);
      last.lines += 1;
      last.open = open;
      if (last.font !== line.font) last.font = null;
    } else {
      const { text, x0, x1, size, font, rtl } = line;
      out.push({ text, x0, x1, size, font, rtl, lines: 1, above: step - size, open });
    }
    before = line;
  }
  return out;
}

/** A sentence's end, on a line with room for more: the paragraph ends there, however close the next one stands. */
function endsShort(before: Line, last: Paragraph, next: Line, right: number): boolean {
  if (last.rtl || !/[.。!！?？;；]["”’」）)]?$/.test(before.text)) return false;
  const width = firstWord(next);
  // A paragraph of several lines shows its own width; a single one has its column's.
  const edge = last.lines > 1 ? last.x1 : right;
  return edge - before.x1 > width + before.size * 1.5;
}

/** A line that left room for much more than the next one's first word, which begins as sentences do: a line of its own. */
function beginsAnew(before: Line, last: Paragraph, next: Line, right: number): boolean {
  if (last.rtl || Math.abs(before.x0 - next.x0) > 3 || !/^[\p{Lu}\p{Script=Han}]/u.test(next.text)) return false;
  if (UNFINISHED.test(before.text) || /[;；:：—–-]$/.test(before.text)) return false;
  return right - before.x1 > firstWord(next) + before.size * 2.5;
}

/** A line's first word, in points. */
const firstWord = (line: Line): number => {
  const word = /^(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/u.exec(line.text)?.[0].length ?? 0;
  return ((line.x1 - line.x0) / Math.max(1, line.text.length)) * word;
};

/** A first line that leaves half of its width unused for no reason is a title, though it is set like the text below. */
function isTitleOf(before: Line, last: Paragraph, next: Line, right: number): boolean {
  if (
    last.lines > 1 ||
    last.rtl ||
    /[,，、;；:：-]$/.test(before.text) ||
    !/^[\p{Lu}\p{Script=Han}\d]/u.test(next.text)
  )
    return false;
  const half = before.x1 - before.x0 < (next.x1 - next.x0) * TITLE_SHARE;
  return half && next.x1 > right - next.size * 4 && right - before.x1 > firstWord(next) + before.size * 1.5;
}

/** A whole line of emphasis in the middle of a sentence is no heading: the line before it was full and unfinished. */
const isInline = (before: Line, last: Paragraph, right: number) =>
  last.lines > 1 && before.x1 > right - before.size * 2 && !/[.。!！?？:：;；]$/.test(before.text);

/** How no sentence ends: what follows may begin with a capital, or on a line with room for more. */
const UNFINISHED =
  /(?:[,，、]|(?<!\p{L})(?:an?|the|of|to|in|at|on|for|with|without|into|after|before|until|unless|and|or|by|from|is|are|be|that|which|within|than|per|our|your|their))$/iu;
/** A letter that goes on with a sentence, or a number that counts something: "480 euro", 300元. */
const GOES_ON = /^(?:[\p{Ll}\p{Script=Han}\p{Script=Arabic}（("“]|\d[\d.,]*(?:[\p{Script=Han}%]|\s?[\p{Ll}¥$€£]))/u;

/** A paragraph that the end of a column, or of a page, cut goes on at the head of the next. */
export function goesOn(
  last: Paragraph | undefined,
  next: Paragraph | undefined,
  cut: 'column' | 'page' = 'column',
): boolean {
  if (last === undefined || next === undefined) return false;
  const unfinished = cut === 'page' && UNFINISHED.test(last.text);
  return (
    // Lines that are broken by words end short of the edge.
    (last.open || unfinished || (cut === 'page' && last.lines > 1 && /^\p{Ll}/u.test(next.text))) &&
    (last.lines > 1 || (cut === 'page' && last.text.length > LONG_LINE)) &&
    Math.abs(last.size - next.size) < 0.3 &&
    (last.font === next.font || last.font === null || next.font === null) &&
    !/[.。!！?？:：;；”"]$/.test(last.text) &&
    !ITEM.test(next.text) &&
    (GOES_ON.test(next.text) || (unfinished && /^[\p{Lu}\d]/u.test(next.text)))
  );
}
