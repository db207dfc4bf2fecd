/** A sentence, list item or table row. `lead` is the line that introduces its list ("The following are excluded:"). */
export interface Sentence {
  text: string;
  lead: string | null;
  /** A table row or a list item: it says little without what stands around it. */
  kind: 'sentence' | 'item' | 'row';
  /** What stood before a list item: "1.", "•". */
  marker?: string;
}

const ITEM =
  /^\s*(?:[-*•·●▪–]|\(?\d{1,2}[.)、)](?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)\s*/u;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
/** A stop ends a sentence when no digit or lower-case word goes on ("3.5", "e.g. this"). */
const END = /(?:[。！？；!?]+[”’"』」）)]*|\.(?=\s+[\p{Lu}\p{Script=Han}"“(\d]|\s*$)[”"’)]*|\n{2,})/gu;
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|approx|no|nos|incl|excl|vs|mr|mrs|ms|dr|st|fig|art|sec|min|max|tel|ext|inc|ltd|co))\.$/i;

function cut(line: string): string[] {
  const out: string[] = [];
  let from = 0;
  END.lastIndex = 0;
  for (const match of line.matchAll(END)) {
    const end = match.index + match[0].length;
    const text = line.slice(from, end).trim();
    if (ABBREVIATION.test(text)) continue;
    if (text) out.push(text);
    from = end;
  }
  const rest = line.slice(from).trim();
  if (rest) out.push(rest);
  return out;
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu;
const wideIn = (line: string): number => line.match(WIDE)?.length ?? 0;
/** Columns that a line takes up: a Han character is twice as wide as a letter. */
const width = (line: string): number => line.length + wideIn(line);

const HEADING = /^#{1,6}\s/;
/** What can't be parted at a line's end: a Latin word, a Han character with the mark behind it. */
const FIRST_WORD = /^(?:\p{Script=Han}[，。、；：！？）》”]?|\S+?(?=\s|\p{Script=Han}|$))/u;
/** Letters differ in width, Han characters don't: lines that had no room end some letters apart, or hardly. */
const RAGGED = { latin: 0.85, han: 0.95 };

/** Whether a line ended where it did because the next word had no room in the widest line's width. */
const hadNoRoom = (line: string, next: string, widest: number): boolean =>
  width(line) + width(FIRST_WORD.exec(next)?.[0] ?? '') >=
  widest * RAGGED[wideIn(line) * 2 > line.length ? 'han' : 'latin'];

/** A sentence goes on in the next line, whatever the lines' widths. */
const goesOnIn = (line: string, next: string): boolean => /[,，、]$/.test(line) || /^\p{Ll}/u.test(next);

/**
 * Joins lines that were broken in the middle of a sentence; items, rows and blank lines stay apart, and so do lines
 * that ended though there was room: a title that is not marked as one, a line of a leaflet.
 */
function paragraphs(text: string): string[] {
  const lines = text.split('\n').map((line) => ({ bare: line.trim(), row: ROW.test(line), item: ITEM.test(line) }));
  const widest = Math.max(0, ...lines.map(({ bare, row }) => (row ? 0 : width(bare))));
  const out: string[] = [];
  let open = false;
  let above = '';
  for (const { bare, row, item } of lines) {
    const heading = HEADING.test(bare);
    const starts = !bare || item || row || heading;
    const last = out.at(-1);
    const goesOn = open && !starts && last !== undefined && !/[:：。！？；!?;.]$/.test(last);
    if (goesOn && (goesOnIn(above, bare) || hadNoRoom(above, bare, widest))) {
      const glue = /\p{Script=Han}$|[，、（《“]$/u.test(last) ? '' : ' ';
      out[out.length - 1] = last + glue + bare;
    } else if (bare) out.push(bare);
    above = bare;
    open = bare !== '' && !row && !heading;
  }
  return out;
}

/** Splits a passage into sentences, list items and table rows, in reading order. */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let lead: string | null = null;
  let header: string | null = null;
  let rows = 0;
  for (const line of paragraphs(text)) {
    if (ROW.test(line)) {
      if (RULE.test(line)) {
        // The row above is the head of another table, right below the first.
        if (rows > 1) header = out.pop()?.text ?? header;
        rows = 1;
        continue;
      }
      rows += 1;
      if (rows === 1) header = line;
      else out.push({ text: line, lead: header, kind: 'row' });
      continue;
    }
    if (rows === 1 && header) out.push({ text: header, lead: null, kind: 'row' });
    rows = 0;
    header = null;
    if (ITEM.test(line)) {
      const marker = ITEM.exec(line)?.[0].trim() ?? '';
      out.push({ text: line.replace(ITEM, '').trim() || line, lead, kind: 'item', marker });
      continue;
    }
    const parts = cut(line.replace(/^#{1,6}\s+/, ''));
    for (const part of parts) out.push({ text: part, lead: null, kind: 'sentence' });
    const last = parts.at(-1);
    lead = last && /[:：]$/.test(last) ? last : null;
  }
  if (rows === 1 && header) out.push({ text: header, lead: null, kind: 'row' });
  return out;
}
