import { plainLetters } from './letters.ts';

/** A stretch of text that the file draws in one go. Points; y is the baseline and grows upwards as in PDF. */
export interface Atom {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  rtl: boolean;
}

/** An item of PDF.js' text content. */
export interface TextPiece {
  str: string;
  dir: string;
  /** Six numbers; the last two are the origin. */
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

/** Where the text of a page runs to. */
export type Direction = 'right' | 'up' | 'left' | 'down';
type Turn = (x: number, y: number) => [number, number];

/** Turns a point so that lines of that direction run to the right. */
export const TURN: Record<Direction, Turn> = {
  right: (x, y) => [x, y],
  up: (x, y) => [y, -x],
  left: (x, y) => [-x, -y],
  down: (x, y) => [-y, x],
};

function directionOf({ transform: [a = 1, b = 0] }: TextPiece): Direction {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 'right' : 'left';
  return b > 0 ? 'up' : 'down';
}

/** The direction in which most letters of a page run; the others are watermarks and labels at its edge. */
function mainDirection(pieces: TextPiece[]): Direction {
  const letters = { right: 0, up: 0, left: 0, down: 0 };
  for (const piece of pieces) letters[directionOf(piece)] += piece.str.trim().length;
  const order = Object.entries(letters).sort((a, b) => b[1] - a[1]) as Array<[Direction, number]>;
  return order[0]?.[0] ?? 'right';
}

const isSlanted = ({ transform: [a = 1, b = 0] }: TextPiece) =>
  Math.min(Math.abs(a), Math.abs(b)) > 0.2 * Math.max(Math.abs(a), Math.abs(b));

/** Columns that are kept apart by spaces alone, as in text made by a program, become atoms of their own. */
function toAtoms(piece: TextPiece, direction: Direction): Atom[] {
  const [, , c = 0, d = 1, left = 0, base = 0] = piece.transform;
  const [x, y] = TURN[direction](left, base);
  const size = piece.height || Math.hypot(c, d) || 10;
  const per = piece.width / Math.max(1, piece.str.length);
  const rtl = piece.dir === 'rtl';
  if (rtl || !/\s{3}|^\s|\s$/.test(piece.str))
    return [{ text: piece.str.trim(), x0: x, x1: x + piece.width, y, size, font: piece.fontName, rtl }];
  return Array.from(piece.str.matchAll(/\S+(?:\s{1,2}\S+)*/g), ({ 0: text, index }) => ({
    text,
    x0: x + index * per,
    x1: x + (index + text.length) * per,
    y,
    size,
    font: piece.fontName,
    rtl,
  }));
}

/** The longest side of a page (ISO 32000-2, annex C), in points. */
const LONGEST_SIDE = 14_400;

/** Whether a piece stands on the page, or near it: what damage or malice puts a mile away nobody sees. */
function onPage(view: number[]): (piece: TextPiece) => boolean {
  const [left = 0, bottom = 0, right = 595, top = 842] = view;
  const reach = Math.min(LONGEST_SIDE, Math.max(Math.abs(right - left), Math.abs(top - bottom), 1));
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return ({ transform: [, , , , x0 = 0, y0 = 0], width, height }) =>
    Math.abs(x0 - x) <= reach && Math.abs(y0 - y) <= reach && width <= 2 * reach && height <= 2 * reach;
}

/** A page's text, as if its lines ran to the right, and where its lower edge lies. */
export interface PageText {
  atoms: Atom[];
  direction: Direction;
  bottom: number;
  height: number;
}

/** `view`: left, bottom, right, top of the page. Slanted text (watermarks) is left out where there is other text. */
export function pageText(pieces: TextPiece[], view: number[]): PageText {
  const isOnPage = onPage(view);
  const printed = pieces.flatMap((piece) => {
    const str = plainLetters(piece.str);
    if (str.trim() === '' || !isOnPage(piece)) return [];
    return [str === piece.str ? piece : { ...piece, str }];
  });
  const straight = printed.filter((piece) => !isSlanted(piece));
  const used = straight.length > 0 ? straight : printed;
  const direction = mainDirection(used);
  const [left = 0, bottom = 0, right = 595, top = 842] = view;
  const [, y0] = TURN[direction](left, bottom);
  const [, y1] = TURN[direction](right, top);
  const atoms = used.filter((piece) => directionOf(piece) === direction).flatMap((piece) => toAtoms(piece, direction));
  return { atoms, direction, bottom: Math.min(y0, y1), height: Math.abs(y1 - y0) };
}
