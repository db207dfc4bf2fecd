import type { Atom } from './atoms.ts';
import type { Box } from './box.ts';
import { columnEdges, medianSize } from './gutters.ts';
import type { LineJoiner } from './join-lines.ts';
import { type Line, type Row, rowsOf, toLine, toRows } from './rows.ts';

const NUMERAL = /^\d{1,2}$/;
/** Of the page's letters: numerals that are drawn as pictures are. */
const LARGE = 1.4;
/** In letter heights: what stands further below belongs to something else. */
const STEP = 2.4;

/** Of a card's widest line: a first line that is shorter names the step. */
const SHORT = 0.7;

/** The large numerals of a row, where they count on: 3, 4, 5. */
function counted(row: Row, size: number): Atom[] {
  const numerals = row.atoms.filter((atom) => atom.size > size * LARGE && NUMERAL.test(atom.text));
  const first = Number(numerals[0]?.text);
  return numerals.length >= 2 && numerals.every(({ text }, i) => Number(text) === first + i) ? numerals : [];
}

/** Where one card ends and the next begins: white between their numerals that no line below crosses. */
function bordersOf(numerals: Atom[], below: Row[]): number[] | undefined {
  const edges = columnEdges(below, 0.4);
  const borders = numerals.slice(1).map((next, i) => {
    const [from, to] = [numerals[i]?.x1 ?? 0, next.x0];
    return edges.findLast((edge) => edge > from && edge < to + next.size * 0.3);
  });
  return borders.every((edge) => edge !== undefined) ? borders : undefined;
}

/** The rows below numerals that are their cards', down to a gap, a larger letter, or the next numerals. */
function rowsBelow(rows: Row[], at: number, size: number): Row[] {
  const out: Row[] = [];
  for (const row of rows.slice(at + 1)) {
    const above = out.at(-1);
    if (counted(row, size).length > 0 || row.size > size * LARGE) break;
    if (above && (above.y - row.y > row.size * STEP || row.size > Math.max(...out.map((one) => one.size)) * 1.1)) break;
    out.push(row);
  }
  return out;
}

/** "1. Rinse the tank: fill it …": the number, the line that names the step, and what to do. */
function cardText(numeral: Atom, lines: Line[], join: LineJoiner): string {
  const [first, next] = lines;
  const widest = Math.max(...lines.map(({ x0, x1 }) => x1 - x0));
  const isTitle =
    first !== undefined &&
    next !== undefined &&
    (first.font !== next.font || first.x1 - first.x0 < widest * SHORT) &&
    !/[.。,，、;；:：!！?？]$/.test(first.text);
  const said = lines.slice(isTitle ? 1 : 0).reduce((text, line) => join.paragraph(text, line.text), '');
  if (!isTitle) return `${numeral.text}. ${said}`;
  return `${numeral.text}. ${first.text}${/\p{Script=Han}$/u.test(first.text) ? '：' : ': '}${said}`;
}

/**
 * Steps that stand side by side below large numerals, each a card of its own: read card by card, not line by line
 * through all of them. A box that holds `texts` instead of rows.
 */
export function stepCards(atoms: Atom[], join: LineJoiner): Box[] {
  // Most pages end here, before their rows are made.
  if (atoms.filter(({ text }) => NUMERAL.test(text)).length < 2) return [];
  const rows = rowsOf(atoms);
  const size = medianSize(rows);
  return rows.flatMap((row, at): Box[] => {
    const numerals = counted(row, size);
    if (numerals.length === 0) return [];
    const below = rowsBelow(rows, at, size);
    const borders = below.length > 0 ? bordersOf(numerals, below) : undefined;
    const last = below.at(-1);
    if (!borders || !last) return [];
    const beside = { ...row, atoms: row.atoms.filter((atom) => !numerals.includes(atom)) };
    const lines = [...(beside.atoms.length > 0 ? [beside] : []), ...below];
    const columnAt = ({ x0 }: Atom) => borders.filter((border) => border < x0).length;
    const texts = numerals.map((numeral, c) => {
      const own = lines.flatMap((line): Row[] => {
        const inside = line.atoms.filter((atom) => columnAt(atom) === c);
        return inside.length > 0 ? toRows(inside) : [];
      });
      return cardText(numeral, own.map(toLine), join);
    });
    const all = [row, ...below];
    return [
      {
        x0: Math.min(...all.map(({ x0 }) => x0)),
        x1: Math.max(...all.map(({ x1 }) => x1)),
        top: row.y + row.size,
        bottom: last.y - last.size * 0.2,
        rows: [],
        columns: [],
        texts,
      },
    ];
  });
}

/** The cards of a box as lines of text, from top to bottom. */
export const cardRows = ({ x0, x1, top, texts = [] }: Box, size: number): Row[] =>
  texts.map((text, i) => {
    const y = top - (i + 1) * size * 3;
    return { y, size, x0, x1, atoms: [{ text, x0, x1, y, size, font: '', rtl: false }] };
  });
