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
/** In letter heights: between cells that start at a common edge, and between any. */
const CELL_GAP = 0.7;
const WIDE_GAP = 2.2;
const WORD_GAP = 0.12;
const HAN_WORD_GAP = 0.5;

function join(left: string, right: string, gap: number, size: number): string {
  const han = HAN_OR_MARK.test(left.at(-1) ?? '') && HAN_OR_MARK.test(right[0] ?? '');
  return left + (gap > size * (han ? HAN_WORD_GAP : WORD_GAP) ? ' ' : '') + right;
}

type Direction = 'right' | 'up' | 'left' | 'down';

function directionOf({ transform: [a = 1, b = 0] }: TextPiece): Direction {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 'right' : 'left';
  return b > 0 ? 'up' : 'down';
}

/** Turns a piece so that its line runs to the right. */
const TURN: Record<Direction, (x: number, y: number) => [number, number]> = {
  right: (x, y) => [x, y],
  up: (x, y) => [y, -x],
  left: (x, y) => [-x, -y],
  down: (x, y) => [-y, x],
};

/** The direction in which most letters of a page run; the others are watermarks and labels at its edge. */
function mainDirection(pieces: TextPiece[]): Direction {
  const letters = { right: 0, up: 0, left: 0, down: 0 };
  for (const piece of pieces) letters[directionOf(piece)] += piece.str.trim().length;
  const order = Object.entries(letters).sort((a, b) => b[1] - a[1]) as Array<[Direction, number]>;
  return order[0]?.[0] ?? 'right';
}

interface Placed {
  str: string;
  font: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

function place(pieces: TextPiece[], direction: Direction): Placed[] {
  return pieces
    .filter((piece) => piece.str.trim() !== '' && directionOf(piece) === direction)
    .map((piece) => {
      const [, , c = 0, d = 1, left = 0, base = 0] = piece.transform;
      const [x, y] = TURN[direction](left, base);
      return {
        str: piece.str,
        font: piece.fontName,
        x,
        y,
        width: piece.width,
        size: piece.height || Math.hypot(c, d) || 10,
      };
    });
}

/** Left edges at which pieces of several lines start after a gap: columns of tables, hardly ever justified words. */
function sharedEdges(pieces: Placed[]): (x: number) => boolean {
  const counts = new Map<number, number>();
  pieces.forEach(({ x, y, size }, i) => {
    const before = pieces[i - 1];
    if (!before || Math.abs(before.y - y) > size * 0.35 || x - before.x - before.width < size * CELL_GAP) return;
    counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  });
  return (x) => [-1, 0, 1].reduce((sum, step) => sum + (counts.get(Math.round(x) + step) ?? 0), 0) >= 2;
}

/** A page's lines and where its lower edge lies, as if its text ran to the right. */
export interface PageLines {
  fragments: Fragment[];
  bottom: number;
  height: number;
}

/**
 * Joins the pieces of a page, in the order in which the file draws them, to stretches without wide gaps.
 * `view`: left, bottom, right, top.
 */
export function toLines(pieces: TextPiece[], view: number[]): PageLines {
  const direction = mainDirection(pieces);
  const [left = 0, bottom = 0, right = 595, top = 842] = view;
  const [, y0] = TURN[direction](left, bottom);
  const [, y1] = TURN[direction](right, top);
  const fragments = inReadingOrder(toFragments(place(pieces, direction)));
  return { fragments, bottom: Math.min(y0, y1), height: Math.abs(y1 - y0) };
}

function toFragments(placed: Placed[]): Fragment[] {
  const isEdge = sharedEdges(placed);
  const out: Fragment[] = [];
  for (const { str, font, x, y, width, size } of placed) {
    const last = out.at(-1);
    const gap = last ? x - last.x1 : 0;
    const step = last ? Math.abs(last.y - y) : 0;
    const raised = last !== undefined && size < last.size * 0.8 && step < last.size * 0.6 && gap < size;
    const sameLine = last && (raised || step < Math.max(size, last.size) * 0.35) && gap > -size * 0.5;
    const marker = last !== undefined && MARKER.test(last.text.trim());
    const cell = gap > size * WIDE_GAP || (gap > size * CELL_GAP && isEdge(x));
    if (last && sameLine && (!cell || (marker && gap <= size * 3))) {
      last.text = join(last.text, str, marker ? size : gap, size);
      last.x1 = Math.max(last.x1, x + width);
      last.size = Math.max(last.size, size);
      if (marker) last.font = font;
      else if (last.font !== font && !raised) last.font = null;
    } else {
      out.push({ text: str, x0: x, x1: x + width, y, size, font });
    }
  }
  for (const fragment of out) fragment.text = fragment.text.replace(/\s+/g, ' ').trim();
  return out.filter((fragment) => fragment.text !== '');
}

/** Files that draw their lines in no order at all (most steps go up the page) are read from top to bottom. */
function inReadingOrder(fragments: Fragment[]): Fragment[] {
  let up = 0;
  for (let i = 1; i < fragments.length; i++) {
    const previous = fragments[i - 1];
    const fragment = fragments[i];
    if (previous && fragment && fragment.y > previous.y + fragment.size * 2 && fragment.x0 <= previous.x1) up += 1;
  }
  if (up * 4 < fragments.length) return fragments;
  return [...fragments].sort((a, b) => (Math.abs(a.y - b.y) > a.size * 0.35 ? b.y - a.y : a.x0 - b.x0));
}
