import { LruCache } from '../lru-cache.ts';

/** A sentence, list item or table cell of a text; `paragraph` counts the paragraphs from 0. */
export interface Segment {
  from: number;
  to: number;
  paragraph: number;
  /** Of a table's cell: the line of the text that is its row, and its column, both from 0. */
  cell?: { line: number; column: number };
}

const END = /[。！？!?；;]+[”’"』」）)]*(?![！？!?”’"』」）)]|\s+[a-z])|\.(?=\s)[”’"')]*|(?:\r?\n)+/gu;
const ABBREVIATION =
  /\b(?:e\.g|i\.e|etc|approx|no|incl|excl|vs|mr|mrs|ms|dr|st|fig|art|min|max|tel|ext|inc|ltd|co)\.$/i;
const NEW_LINE = /^\s*(?:[-*•·●▪–|#]|\(?\d{1,2}[.)、）]|[①-⑳]|$)/u;
const ROW = /^\s*\|.*\|\s*$/;

/** Texts whose segments are known: a passage is read by itself, with its heading and with its neighbours. */
const known = new LruCache<readonly Segment[]>(64);

/** Cuts a text with its offsets; a line that only broke off goes on in the next one. */
export function segmentsOf(text: string): readonly Segment[] {
  const before = known.get(text);
  if (before) return before;
  const segments = cutText(text);
  known.set(text, segments);
  return segments;
}

function cutText(text: string): Segment[] {
  const out: Segment[] = [];
  let from = 0;
  let paragraph = 0;
  let line = 0;
  const put = (to: number, next = to) => {
    if (/[^\s|]/.test(text.slice(from, to))) out.push(...cellsOf(text, { from, to, paragraph }, line));
    from = next;
  };
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    const before = text.slice(from, match.index);
    if (match[0].includes('\n')) {
      const breaks = (match[0].match(/\n/g) ?? []).length;
      const next = text.slice(to, text.indexOf('\n', to) < 0 ? undefined : text.indexOf('\n', to));
      const blank = breaks > 1;
      const goesOn =
        !blank && before.trim() !== '' && !NEW_LINE.test(next) && !ROW.test(before) && !/[:：]\s*$/.test(before);
      if (!goesOn) put(match.index, to);
      line += breaks;
      if (goesOn) continue;
      if (blank || NEW_LINE.test(next)) paragraph += 1;
    } else if (!inRow(text, match.index) && !ABBREVIATION.test(text.slice(from, to))) put(to);
  }
  put(text.length);
  return out;
}

/** Whether the line around `at` is a table's row, whose cells are cut by themselves. */
function inRow(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (!/^[ \t]*\|/.test(text.slice(start, at + 1))) return false;
  const end = text.indexOf('\n', at);
  return ROW.test(text.slice(start, end < 0 ? undefined : end));
}

/** The sentences of each cell of a table's row, else the segment as it is. */
function cellsOf(text: string, segment: Segment, row: number): Segment[] {
  const written = text.slice(segment.from, segment.to);
  if (!ROW.test(written)) return [segment];
  const cells: Segment[] = [];
  let at = segment.from;
  for (const [place, part] of written.split('|').entries()) {
    const cell = { line: row, column: place - 1 };
    let from = at;
    const put = (to: number) => {
      if (text.slice(from, to).trim() !== '') cells.push({ ...segment, from, to, cell });
      from = to;
    };
    for (const match of part.matchAll(END)) {
      const to = at + match.index + match[0].length;
      if (!ABBREVIATION.test(text.slice(from, to))) put(to);
    }
    put(at + part.length);
    at += part.length + 1;
  }
  return cells;
}
