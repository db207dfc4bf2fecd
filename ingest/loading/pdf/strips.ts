import type { Atom } from './atoms.ts';
import { type Box, isBox } from './box.ts';
import type { Strip } from './gutters.ts';
import { type Row, rowsOf } from './rows.ts';

/** Rows of the atoms, and boxes between them, from top to bottom; not to be changed. */
export function toStrips(atoms: Atom[], boxes: Box[]): Strip[] {
  const rows = rowsOf(atoms);
  const inOrder = rows.every((row, i) => i === 0 || topOf(rows[i - 1] ?? row) >= topOf(row));
  return boxes.length === 0 && inOrder ? rows : [...rows, ...boxes].sort((a, b) => topOf(b) - topOf(a));
}
export const isRow = (strip: Strip): strip is Row => !isBox(strip);
export const topOf = (strip: Strip) => (isBox(strip) ? strip.top : strip.y + strip.size * 0.8);
export const bottomOf = (strip: Strip) => (isBox(strip) ? strip.bottom : strip.y - strip.size * 0.2);
export const atomsOf = (strips: Strip[]) => strips.flatMap((strip) => (isBox(strip) ? [] : strip.atoms));

export const widthOf = (strips: Strip[]) =>
  Math.max(...strips.map((strip) => strip.x1)) - Math.min(...strips.map((strip) => strip.x0));
