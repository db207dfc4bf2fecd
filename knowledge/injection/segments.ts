/** A sentence, list item or table cell of a text; `paragraph` counts the paragraphs from 0. */
export interface Segment {
  from: number;
  to: number;
  paragraph: number;
}

const END = /[。！？!?；;]+[”’"』」）)]*(?![！？!?”’"』」）)]|\s+[a-z])|\.(?=\s)[”’"')]*|(?:\r?\n)+/gu;
const ABBREVIATION =
  /\b(?:e\.g|i\.e|etc|approx|no|incl|excl|vs|mr|mrs|ms|dr|st|fig|art|min|max|tel|ext|inc|ltd|co)\.$/i;
const NEW_LINE = /^\s*(?:[-*•·●▪–|#]|\(?\d{1,2}[.)、）]|[①-⑳]|$)/u;
const ROW = /^\s*\|.*\|\s*$/;

/** Cuts a text with its offsets; a line that only broke off goes on in the next one. */
export function segmentsOf(text: string): Segment[] {
  const out: Segment[] = [];
  let from = 0;
  let paragraph = 0;
  const put = (to: number, next = to) => {
    if (/[^\s|]/.test(text.slice(from, to))) out.push(...cellsOf(text, { from, to, paragraph }));
    from = next;
  };
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    const before = text.slice(from, match.index);
    if (match[0].includes('\n')) {
      const next = text.slice(to, text.indexOf('\n', to) < 0 ? undefined : text.indexOf('\n', to));
      const blank = (match[0].match(/\n/g) ?? []).length > 1;
      const goesOn =
        !blank && before.trim() !== '' && !NEW_LINE.test(next) && !ROW.test(before) && !/[:：]\s*$/.test(before);
      if (goesOn) continue;
      put(match.index, to);
      if (blank || NEW_LINE.test(next)) paragraph += 1;
    } else if (!ABBREVIATION.test(text.slice(from, to))) put(to);
  }
  put(text.length);
  return out;
}

/** The cells of a table's row, else the segment as it is. */
function cellsOf(text: string, segment: Segment): Segment[] {
  const line = text.slice(segment.from, segment.to);
  if (!ROW.test(line)) return [segment];
  const cells: Segment[] = [];
  let at = segment.from;
  for (const part of line.split('|')) {
    if (part.trim() !== '') cells.push({ ...segment, from: at, to: at + part.length });
    at += part.length + 1;
  }
  return cells;
}
