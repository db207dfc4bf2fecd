/** A stretch of one line without a wide gap. Points, y grows upwards as in PDF. */
export interface Fragment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** Null when a stretch mixes fonts. */
  font: string | null;
}

/** An item of PDF.js' text content. */
export interface TextPiece {
  str: string;
  /** Six numbers; the last two are the origin. */
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

const MARKER = /^(?:[-–—•·●▪◦○■□*]|\(?\d{1,2}[.)、)]|[①-⑳])$/u;
const HAN_OR_MARK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** In letter heights. */
const CELL_GAP = 0.9;
const WORD_GAP = 0.12;
const HAN_WORD_GAP = 0.5;

function join(left: string, right: string, gap: number, size: number): string {
  const han = HAN_OR_MARK.test(left.at(-1) ?? '') && HAN_OR_MARK.test(right[0] ?? '');
  return left + (gap > size * (han ? HAN_WORD_GAP : WORD_GAP) ? ' ' : '') + right;
}

/** Joins the pieces of a page, in the order in which the file draws them, to stretches without wide gaps. */
export function toFragments(pieces: TextPiece[]): Fragment[] {
  const out: Fragment[] = [];
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue;
    const [a = 1, b = 0, , d = 1, x = 0, y = 0] = piece.transform;
    // Turned text (watermarks, labels at the edge) reads as noise among the lines.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = piece.height || Math.abs(d) || 10;
    const last = out.at(-1);
    const gap = last ? x - last.x1 : 0;
    const sameLine = last && Math.abs(last.y - y) < Math.max(size, last.size) * 0.35 && gap > -size * 0.5;
    const marker = last !== undefined && MARKER.test(last.text.trim());
    if (last && sameLine && (gap <= size * CELL_GAP || (marker && gap <= size * 3))) {
      last.text = join(last.text, piece.str, marker ? size : gap, size);
      last.x1 = Math.max(last.x1, x + piece.width);
      last.size = Math.max(last.size, size);
      if (marker) last.font = piece.fontName;
      else if (last.font !== piece.fontName) last.font = null;
    } else {
      out.push({ text: piece.str, x0: x, x1: x + piece.width, y, size, font: piece.fontName });
    }
  }
  for (const fragment of out) fragment.text = fragment.text.replace(/\s+/g, ' ').trim();
  return out.filter((fragment) => fragment.text !== '');
}

/** Files that draw their lines in no order at all (most steps go up the page) are read from top to bottom. */
export function inReadingOrder(fragments: Fragment[]): Fragment[] {
  let up = 0;
  for (let i = 1; i < fragments.length; i++) {
    const previous = fragments[i - 1];
    const fragment = fragments[i];
    if (previous && fragment && fragment.y > previous.y + fragment.size * 2 && fragment.x0 <= previous.x1) up += 1;
  }
  if (up * 4 < fragments.length) return fragments;
  return [...fragments].sort((a, b) => (Math.abs(a.y - b.y) > a.size * 0.35 ? b.y - a.y : a.x0 - b.x0));
}
