import type { Atom } from './atoms.ts';

/** Atoms on one baseline, from left to right. */
export interface Row {
  atoms: Atom[];
  y: number;
  size: number;
  x0: number;
  x1: number;
}

/** A line of text. */
export interface Line {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** The font of nine letters in ten; null when a line mixes fonts. */
  font: string | null;
  rtl: boolean;
}

const SAME_LINE = 0.35;
/** Of the line's letters: exponents and the signs of footnotes. */
const SMALL = 0.88;
const WORD_GAP = 0.12;
const HAN_WORD_GAP = 0.5;
const HAN_OR_MARK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** What is written for the sign of degrees. */
const RING = /^[◦∘○˚º]$/u;
const RING_OF_DEGREES = /(?<=\d\s?)[◦∘○˚º]\s?(?=[CF](?![\p{L}\p{N}]))/gu;
/** What footnotes are made to: words, numbers and sentences; in formulas signs are raised beside all else. */
export const NOTED = /(?:\p{Ll}{2}\)?|\d\d|[\p{Script=Han}\u3000-\u303f\uff00-\uffef.,;:!?”’])$/u;
const DECIMAL = /^\d+\.\d+$/;
const FIRST_NOTE = /^\[\d{1,2}\]$/;
/** Letters of a bullet, a number or a note's sign: "(12)". */
const LONGEST_LEAD = 4;
/** Bullets and numbers at the start of a list item. */
export const MARKER = /^(?:[-–—•·●▪◦○■□◆◇➢►▶✓✔*\uf0b7\uf0a7\uf06c\uf0d8]|\(?\d{1,2}[.)、)]|[（(]\d{1,2}[）)]|[①-⑳])$/u;

const rowOf = (atoms: Atom[]): Row => {
  atoms.sort((a, b) => a.x0 - b.x0);
  let size = 0;
  let y = 0;
  for (const atom of atoms)
    if (atom.size > size) {
      size = atom.size;
      y = atom.y;
    }
  return { atoms, y, size, x0: atoms[0]?.x0 ?? 0, x1: Math.max(...atoms.map((atom) => atom.x1)) };
};

/** A small raised or lowered sign stands right beside a letter of the line it belongs to. */
const belongsTo = (small: Row, line: Row) =>
  small.size < line.size * SMALL &&
  Math.abs(small.y - line.y) < line.size * 0.65 &&
  small.atoms.every((sign) =>
    line.atoms.some((atom) => sign.x0 - atom.x1 < line.size * 0.4 && atom.x0 - sign.x1 < line.size * 0.4),
  );

/** Atoms as rows, from top to bottom; footnote signs and exponents join the row they belong to. */
export function toRows(atoms: Atom[]): Row[] {
  const sorted = [...atoms].sort((a, b) => b.y - a.y);
  const groups: Atom[][] = [];
  for (const atom of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && first.y - atom.y <= SAME_LINE * Math.min(first.size, atom.size)) group.push(atom);
    else groups.push([atom]);
  }
  const rows = groups.map(rowOf);
  const out: Row[] = [];
  rows.forEach((row, i) => {
    const below = rows[i + 1];
    const above = out.at(-1);
    if (below && belongsTo(row, below)) rows[i + 1] = rowOf([...row.atoms, ...below.atoms]);
    else if (above && belongsTo(row, above)) out[out.length - 1] = rowOf([...above.atoms, ...row.atoms]);
    else out.push(row);
  });
  return out;
}

const known = new WeakMap<Atom[], Row[]>();

/** As {@link toRows}, for a page's atoms, which several look at one after the other: made once, and left as they are. */
export function rowsOf(atoms: Atom[]): Row[] {
  const before = known.get(atoms);
  if (before) return before;
  const rows = toRows(atoms);
  known.set(atoms, rows);
  return rows;
}

/** Drawn twice, a hair apart: how some programs make letters bold. */
const isDouble = (atom: Atom, before: Atom) =>
  atom.text === before.text && Math.abs(atom.x0 - before.x0) < atom.size * 0.15;

/** A raised sign: a degree's ring, an exponent after a unit or a single letter, else the number of a footnote. */
function raised(text: string, before: string): string {
  if (RING.test(text) && /\d$/.test(before)) return '°';
  if (!/^\d{1,2}$/.test(text)) return text;
  const exponent = /(?:^|[^\p{L}])(?:[kcmd]?m|ft|in|\p{L})$/u.test(before) && /^[23]$/.test(text);
  return exponent ? (text === '2' ? '²' : '³') : `${NOTED.test(before) ? ' ' : ''}[${text}]`;
}

/** Right-to-left lines are read from their right end; numbers and Latin words inside keep their own order. */
function inReadingOrder(atoms: Atom[]): { atoms: Atom[]; rtl: boolean } {
  const letters = atoms.reduce((sum, atom) => sum + (atom.rtl ? atom.text.length : -atom.text.length), 0);
  if (letters <= 0) return { atoms, rtl: false };
  const out: Atom[] = [];
  let run: Atom[] = [];
  for (const atom of [...atoms].reverse()) {
    if (!atom.rtl) run.unshift(atom);
    else {
      out.push(...run, atom);
      run = [];
    }
  }
  return { atoms: [...out, ...run], rtl: true };
}

/** What a space follows however near the rest stands: not "4." of a price whose digits are drawn one by one. */
const isLead = (text: string, next: string) =>
  text.length <= LONGEST_LEAD && (MARKER.test(text) || FIRST_NOTE.test(text)) && !DECIMAL.test(text + next);

/** A row's atoms as one line; gaps become spaces. */
export function toLine(row: Row): Line {
  const { atoms, rtl } = inReadingOrder(row.atoms);
  const fonts = new Map<string, number>();
  let text = '';
  let last = '';
  let letters = 0;
  let before: Atom | undefined;
  for (const atom of atoms) {
    if (before && isDouble(atom, before)) continue;
    const gap = !before ? 0 : rtl ? before.x0 - atom.x1 : atom.x0 - before.x1;
    const small = atom.size < row.size * SMALL;
    const next = small && atom.y > row.y + row.size * 0.15 ? raised(atom.text, text) : atom.text;
    const han = HAN_OR_MARK.test(last) && HAN_OR_MARK.test(next[0] ?? '');
    const spaced = before && (gap > row.size * (han ? HAN_WORD_GAP : WORD_GAP) || isLead(text, next));
    text += (spaced ? ' ' : '') + next;
    last = next.at(-1) ?? (spaced ? ' ' : last);
    if (!MARKER.test(atom.text) && !small) {
      fonts.set(atom.font, (fonts.get(atom.font) ?? 0) + atom.text.length);
      letters += atom.text.length;
    }
    before = atom;
  }
  const [font, count] = [...fonts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return {
    text: text.replace(/\s+/g, ' ').replace(RING_OF_DEGREES, '°').trim(),
    x0: row.x0,
    x1: row.x1,
    y: row.y,
    size: row.size,
    font: count >= letters * 0.9 ? font : null,
    rtl,
  };
}

/** Formulas and the letters in drawings stand side by side too, sign by sign. */
export function hasWords(lines: Row[]): boolean {
  const atoms = lines.flatMap((line) => line.atoms);
  const letters = atoms.reduce((sum, { text }) => sum + text.length, 0);
  return (
    letters >= atoms.length * 3 || atoms.filter(({ text }) => /\p{Script=Han}|\d/u.test(text)).length * 2 > atoms.length
  );
}
