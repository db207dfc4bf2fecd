import type { Box } from './box.ts';
import type { Paragraph } from './paragraphs.ts';

const CAPTION =
  /^(?:(?:table|tab\.|chart)\s*(?:[A-Z]?\d[\d.–-]*|[IVX]+)\b|(?:附?表|图表)\s*[A-Z]?[\d一二三四五六七八九十][\d.–-]*)/i;
const CONTINUED = /[（(]?\s*(?:续表?|continued|cont[’'.]?d?)\s*[)）]?/gi;
const LONGEST = 200;

const isCaption = (part: Paragraph | Box | undefined): part is Paragraph =>
  part !== undefined && 'text' in part && part.text.length <= LONGEST && CAPTION.test(part.text);

/** Gives each table the caption that stands right above it, else right below. */
export function withCaptions(parts: Array<Paragraph | Box>): Array<Paragraph | Box> {
  const taken = new Set<Paragraph>();
  parts.forEach((part, i) => {
    if ('text' in part) return;
    const [above, below] = [parts[i - 1], parts[i + 1]];
    const own = [above, below].find((one) => isCaption(one) && !taken.has(one));
    if (!isCaption(own)) return;
    taken.add(own);
    part.caption = part.caption && part.caption !== own.text ? `${own.text} ${part.caption}` : own.text;
  });
  return parts.filter((part) => !('text' in part && taken.has(part)));
}

/** The columns of both are the same; one page's margin may differ from the next one's. */
function sameColumns(before: Box, next: Box): boolean {
  const shift = (next.columns[0] ?? 0) - (before.columns[0] ?? 0);
  return (
    before.columns.length === next.columns.length &&
    before.columns.every((edge, i) => Math.abs(edge - (next.columns[i] ?? 0) + shift) < 8)
  );
}

/**
 * A table at the top of a page goes on from the one that ended the page before when it has its columns; it gets the
 * header and the caption if it does not repeat them.
 */
export function continueTable(before: Box | undefined, next: Box): void {
  if (!before || !sameColumns(before, next)) return;
  const own = next.caption?.replace(CONTINUED, '').trim();
  if (own && before.caption && own !== before.caption && !before.caption.startsWith(own)) return;
  const head = before.rows[0] ?? [];
  if (head.join('|') !== next.rows[0]?.join('|')) next.rows.unshift(head);
  if (before.caption) next.caption = before.caption;
}
