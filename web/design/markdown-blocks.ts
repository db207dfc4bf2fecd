import { type Inline, parseInline } from './markdown-inline.ts';

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' };

const FENCE = /^ {0,3}(```|~~~)/;
const HEADING = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}>\s?/;
const ITEM = /^( {0,3})(?:([-*+•])|(\d{1,4})[.)、])\s+(?=\S)/;
const DIVIDER = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const MAX_DEPTH = 4;

const cells = (line: string): Inline[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim()));

const startsBlock = (line: string) =>
  FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);

/** The lines from `from` on for which `keep` holds. */
function take(lines: string[], from: number, keep: (line: string, at: number) => boolean): string[] {
  let to = from;
  for (let line = lines[to]; line !== undefined && keep(line, to); line = lines[to]) to += 1;
  return lines.slice(from, to);
}

/** The items of the list that starts at line `from`, and how many lines they take. */
function readList(lines: string[], from: number, depth: number): { block: Block; used: number } {
  const first = ITEM.exec(lines[from] ?? '');
  const ordered = first?.[3] !== undefined;
  const items: string[][] = [];
  let used = 0;
  for (let line = lines[from]; line !== undefined; line = lines[from + used]) {
    const item = ITEM.exec(line);
    const next = lines[from + used + 1] ?? '';
    const blankInside = line.trim() === '' && (/^\s{2,}\S/.test(next) || ITEM.test(next));
    const nested = (item?.[1] ?? '').length > (first?.[1] ?? '').length + 1;
    if (item && !nested && (item[3] !== undefined) === ordered) items.push([line.slice(item[0].length)]);
    else if ((!item || nested) && (/^\s{2,}\S/.test(line) || blankInside))
      items.at(-1)?.push(line.replace(/^ {1,4}/, ''));
    else break;
    used += 1;
  }
  const block: Block = {
    type: 'list',
    ordered,
    start: Number(first?.[3] ?? 1),
    items: items.map((item) => parseBlocks(item.join('\n'), depth + 1)),
  };
  return { block, used };
}

/** Markdown's blocks: the part of CommonMark and GFM that replies and policies use. Nested at most four deep. */
export function parseBlocks(source: string, depth = 0): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (FENCE.test(line)) {
      const body = take(lines, at + 1, (inner) => !FENCE.test(inner));
      blocks.push({ type: 'code', text: body.join('\n') });
      at += body.length + 2;
    } else if (heading) {
      blocks.push({ type: 'heading', children: parseInline(heading[1] ?? '') });
      at += 1;
    } else if (RULE.test(line)) {
      blocks.push({ type: 'rule' });
      at += 1;
    } else if (QUOTE.test(line) && depth < MAX_DEPTH) {
      const body = take(lines, at, (inner) => QUOTE.test(inner));
      const inner = body.map((quoted) => quoted.replace(QUOTE, '')).join('\n');
      blocks.push({ type: 'quote', children: parseBlocks(inner, depth + 1) });
      at += body.length;
    } else if (ITEM.test(line) && depth < MAX_DEPTH) {
      const { block, used } = readList(lines, at, depth);
      blocks.push(block);
      at += used;
    } else if (line.includes('|') && DIVIDER.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) {
      const rows = take(lines, at + 2, (row) => row.includes('|') && row.trim() !== '');
      blocks.push({ type: 'table', head: cells(line), rows: rows.map(cells) });
      at += rows.length + 2;
    } else {
      const body = take(lines, at, (text, index) => text.trim() !== '' && (index === at || !startsBlock(text)));
      blocks.push({ type: 'paragraph', children: parseInline(body.map((text) => text.trim()).join('\n')) });
      at += body.length;
    }
  }
  return blocks;
}
