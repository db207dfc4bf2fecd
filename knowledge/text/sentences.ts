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

const HAN = /\p{Script=Han}/gu;
/** Columns that a line takes up: a Han character is twice as wide as a letter. */
const width = (line: string): number => line.length + (line.match(HAN)?.length ?? 0);
/** A line that was broken because the next word had no room is not this much shorter than the next: a title is. */
const BROKEN_SHARE = 0.5;

/**
 * Joins lines that were broken in the middle of a sentence; items, rows and blank lines stay apart, and so does a short
 * line (a title that is not marked as one, a document's number) above a long one.
 */
function paragraphs(text: string): string[] {
  const out: string[] = [];
  let open = false;
  let above = '';
  for (const line of text.split('\n')) {
    const bare = line.trim();
    const starts = !bare || ITEM.test(line) || ROW.test(line) || /^#{1,6}\s/.test(bare);
    const last = out.at(-1);
    const goesOn = open && !starts && last !== undefined && !/[:：。！？；!?;.]$/.test(last);
    const broken = goesOn && width(above) >= BROKEN_SHARE * width(bare);
    above = bare;
    if (broken) {
      const glue = /\p{Script=Han}$|[，、（《“]$/u.test(last) ? '' : ' ';
      out[out.length - 1] = last + glue + bare;
    } else if (bare) out.push(bare);
    open = bare !== '' && !ROW.test(line) && !/^#{1,6}\s/.test(bare);
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
      if (RULE.test(line)) continue;
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
