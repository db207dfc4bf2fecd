import type { Fragment } from './fragments.ts';

/** Lines that belong together: a paragraph, a heading, a list item or a table's cell. */
export interface Paragraph {
  text: string;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  size: number;
  font: string | null;
  lines: number;
}

const ITEM =
  /^(?:[-–—•·●▪◦○■□*]|\(?\d{1,2}[.)、)](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|步骤\s*\d)/u;
const HAN_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;
const SIZE_STEP = 2;
const DEFAULT_PITCH = 1.5;

const sizeKey = (size: number) => Math.round(size * SIZE_STEP);

/** The usual distance of two lines of a paragraph for each letter size, in points. */
export function linePitches(pages: Fragment[][]): Map<number, number> {
  const tallies = new Map<number, Map<number, number>>();
  for (const fragments of pages) {
    for (let i = 1; i < fragments.length; i++) {
      const above = fragments[i - 1];
      const below = fragments[i];
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

function joinLines(above: string, below: string): string {
  if (/[a-z]-$/.test(above) && /^[a-z]/.test(below)) return above.slice(0, -1) + below;
  const han = HAN_END.test(above) && /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(below);
  return above + (han ? '' : ' ') + below;
}

/** Joins fragments that follow each other at the usual line distance and start at the same edge. */
export function toParagraphs(fragments: Fragment[], pitches: Map<number, number>): Paragraph[] {
  const out: Paragraph[] = [];
  let lastY = 0;
  for (const fragment of fragments) {
    const last = out.at(-1);
    const pitch = pitches.get(sizeKey(fragment.size)) ?? fragment.size * DEFAULT_PITCH;
    const step = lastY - fragment.y;
    const indent = last ? fragment.x0 - last.x0 : 0;
    const aligned =
      Math.abs(indent) < 3 || (last !== undefined && last.lines === 1 && indent < 0 && indent > -fragment.size * 3);
    // The lines of a list item start where its text does, right of the marker.
    const hanging = last !== undefined && ITEM.test(last.text) && indent > 0 && indent < fragment.size * 2.5;
    if (
      last &&
      step > 0 &&
      step <= pitch * 1.12 &&
      Math.abs(last.size - fragment.size) < 0.6 &&
      (aligned || hanging) &&
      !(last.font && fragment.font && last.font !== fragment.font) &&
      !ITEM.test(fragment.text)
    ) {
      last.text = joinLines(last.text, fragment.text);
      last.x0 = Math.min(last.x0, fragment.x0);
      last.x1 = Math.max(last.x1, fragment.x1);
      last.bottom = fragment.y;
      last.lines += 1;
    } else {
      const { text, x0, x1, y, size, font } = fragment;
      out.push({ text, x0, x1, top: y + size, bottom: y, size, font, lines: 1 });
    }
    lastY = fragment.y;
  }
  return out;
}

export const isItem = (text: string): boolean => ITEM.test(text);
