import { findAlignedTable } from './aligned-table.ts';
import { loadMarkdown } from './load-markdown.ts';
import type { Block, LoadedDocument } from './loaded-document.ts';
import { withCaptions } from './table-captions.ts';

const BULLET = /^\s*(?:[-–—•·●▪◦○■□*]|\(?\d{1,2}[.)、)](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*/u;
const CHAPTER = /^(?:第[一二三四五六七八九十百\d]+[章节篇部编]|chapter\s+\d+|part\s+[\dIVX]+\b)/i;
const SECTION = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]+条)/;
const NUMBERED = /^\d{1,2}(?:\.\d{1,2})*[.、)]?\s+\p{L}/u;
const SENTENCE_END = /[。.!！?？:：;；,，、]$/;
const CAPITALS = /^[A-Z][A-Z\d &/,'’?()-]{3,}$/;
const LONGEST_HEADING = 40;
const LONGEST_LATIN_HEADING = 70;

/** A line of its own that names what follows: a chapter, 【…】, or capitals. */
function headingOf(line: string): Block | undefined {
  const bracketed = /^[【[]([^】\]]{1,40})[】\]]$/u.exec(line)?.[1];
  if (bracketed) return { kind: 'heading', level: 2, text: bracketed };
  if (line.length > LONGEST_HEADING && !(/^[\p{ASCII}]+$/u.test(line) && line.length <= LONGEST_LATIN_HEADING))
    return undefined;
  if (SENTENCE_END.test(line)) return undefined;
  if (CHAPTER.test(line)) return { kind: 'heading', level: 1, text: line };
  if (SECTION.test(line)) return { kind: 'heading', level: 2, text: line };
  if (CAPITALS.test(line) && /[A-Z]{3}/.test(line)) return { kind: 'heading', level: 2, text: line };
  return undefined;
}

const sectionOf = (text: string): Block => ({ kind: 'heading', level: 2, text });

const indentOf = (line: string): number => line.search(/\S|$/);

/** A numbered line in capitals, or above a list, whose section is set in below it; an item's text goes on otherwise. */
function headsIndented(line: string, next: string | undefined): boolean {
  const text = line.trim();
  const long = isHan(text) ? LONGEST_HEADING : LONGEST_LATIN_HEADING;
  return (
    next !== undefined &&
    /^\d{1,2}[.、)]\s*\p{L}/u.test(text) &&
    text.length <= long &&
    !SENTENCE_END.test(text) &&
    indentOf(next) > indentOf(line) &&
    (CAPITALS.test(text.replace(/^\S+\s*/, '')) || BULLET.test(next))
  );
}

const isHan = (text: string) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(text);

/** Lines of a paragraph that was wrapped at a fixed width are one text; short lines stay lines. */
function joinWrapped(lines: string[], width: number): string {
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1] ?? '';
    if (i === 0) return line;
    if (before.length < width * 0.7) return `${text}\n${line}`;
    return text + (isHan(before) || /^\p{Script=Han}/u.test(line) ? '' : ' ') + line;
  }, '');
}

/** Rows whose columns are parted by tabs. */
function tableOf(lines: string[]): Block | undefined {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  const even = lines.length >= 2 && width >= 2 && rows.every((row) => Math.abs(row.length - width) <= 1);
  return even
    ? { kind: 'table', rows: rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? '')) }
    : undefined;
}

/** A part between empty lines; a table in it may have text before and after it. */
function partBlocks(lines: string[], width: number): Block[] {
  const table = tableOf(lines);
  if (table) return [table];
  const drawn = findAlignedTable(lines);
  if (!drawn) return textBlocks(lines, width);
  const rest = lines.slice(drawn.to);
  return [
    ...textBlocks(lines.slice(0, drawn.from), width),
    { kind: 'table', rows: drawn.rows },
    ...(rest.length > 0 ? partBlocks(rest, width) : []),
  ];
}

function textBlocks(lines: string[], width: number): Block[] {
  const out: Block[] = [];
  let text: string[] = [];
  /** How far the last item is set in. */
  let item = 0;
  const flush = () => {
    if (text.length > 0) out.push({ kind: 'text', text: joinWrapped(text, width) });
    text = [];
  };
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (/^[=\-—_*~]{4,}$/.test(line)) {
      // A line of strokes under a short one makes it a heading; alone it parts the text.
      const title = text.length === 1 ? text[0] : undefined;
      if (title && title.length <= LONGEST_LATIN_HEADING && !SENTENCE_END.test(title)) {
        text = [];
        out.push({ kind: 'heading', level: line.startsWith('=') ? 1 : 2, text: title });
      } else {
        const above = text.length === 0 ? out.at(-1) : undefined;
        if (above?.kind === 'heading' && line.startsWith('=')) above.level = 1;
        flush();
      }
      continue;
    }
    const heading = headsIndented(raw, lines[i + 1]) ? sectionOf(line) : headingOf(line);
    if (heading && (text.length === 0 || (text.at(-1) ?? '').length < width * 0.7)) {
      flush();
      out.push(heading);
    } else if (BULLET.test(raw)) {
      flush();
      out.push({ kind: 'item', text: line });
      item = indentOf(raw);
    } else {
      const last = out.at(-1);
      const hanging = text.length === 0 && i > 0 && indentOf(raw) >= Math.max(2, item + 1) && last?.kind === 'item';
      if (hanging) last.text += `${isHan(last.text) ? '' : ' '}${line}`;
      else text.push(line);
    }
  }
  flush();
  return out;
}

/** "3. Damage and loss" between empty lines, with no item of a list after it. */
function numberedHeading(part: string, next: string | undefined): Block | undefined {
  const long = isHan(part) ? LONGEST_HEADING : LONGEST_LATIN_HEADING;
  const numbered = NUMBERED.test(part) && !part.includes('\n') && part.length <= long && !SENTENCE_END.test(part);
  return numbered && next !== undefined && !BULLET.test(next) ? { kind: 'heading', level: 2, text: part } : undefined;
}

/** The width at which a file's lines were wrapped: what its longest lines have, when many are that long. */
function wrapWidth(source: string): number {
  const lengths = source
    .split('\n')
    .map((line) => line.trimEnd().length)
    .filter(Boolean)
    .sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return long >= 20 && long <= 120 ? long : Number.POSITIVE_INFINITY;
}

const looksLikeMarkdown = (source: string) =>
  (source.match(/^#{1,4} \S/gm)?.length ?? 0) >= 2 || /^\|.*\|\n\|(?:\s*:?-{3,}:?\s*\|)+/m.test(source);

/** A short line by itself above all else names the text. */
function titleOf([line = '', ...others]: string[]): Block | undefined {
  const text = line.trim();
  const long = isHan(text) ? LONGEST_HEADING : LONGEST_LATIN_HEADING;
  const isTitle = others.length === 0 && text.length <= long && /\p{L}{2}/u.test(text) && !SENTENCE_END.test(text);
  return isTitle && !BULLET.test(text) && !/[\t|]/.test(text) ? { kind: 'heading', level: 1, text } : undefined;
}

/** Headings, paragraphs, list items and tables of plain text; a form feed begins a new page, as in text made from PDF. */
export function loadText(source: string): LoadedDocument {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (looksLikeMarkdown(text)) return loadMarkdown(text);
  const pages = text.split('\f');
  const width = wrapWidth(text);
  const loaded = pages.map((content, i) => ({
    page: pages.length > 1 ? i + 1 : null,
    blocks: withCaptions(
      content
        .split(/\n\s*\n/)
        .map((part) => part.replace(/^\n+|\s+$/g, ''))
        .filter(Boolean)
        .flatMap((part, at, parts) => {
          const lines = part.split('\n').map((line) => line.trimEnd());
          const title = i === 0 && at === 0 && parts.length > 1 ? titleOf(lines) : undefined;
          const heading = title ?? numberedHeading(part, parts[at + 1]);
          return heading ? [heading] : partBlocks(lines, width);
        }),
    ),
  }));
  const first = loaded[0]?.blocks[0];
  return { title: first?.kind === 'heading' && first.level === 1 ? first.text : null, pages: loaded };
}
