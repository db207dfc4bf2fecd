import { normaliseText } from '../../understanding/normalise.ts';
import type { HistoryLine } from '../engines/engine.ts';
import { plainWords } from './consists-of.ts';

const LOOKS_BACK = 3;
/** In UTF-16 units: "ok" and 好的 may be said as often as one likes. */
const SHORTEST = 5;
const ALIKE = 0.85;
/** Pairs of letters that a message must have to be found inside another. */
const LONG = 12;
const ALIKE_INSIDE = 0.97;

/** Whether the customer asks once more what was asked a moment ago, in about the same words. */
export function isRepeated(text: string, history: readonly HistoryLine[]): boolean {
  const now = plainWords(normaliseText(text));
  if (now.length < SHORTEST || !/\p{L}{2}/u.test(now)) return false;
  const before = history.filter((line) => line.author === 'customer').slice(-LOOKS_BACK);
  return before.some((line) => likeness(now, plainWords(normaliseText(line.text))) >= ALIKE);
}

/** Dice's coefficient over pairs of letters, 0..1. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  const smaller = Math.min(left.size, right.size);
  // The same with something said before or after it.
  if (smaller >= LONG && shared / smaller >= ALIKE_INSIDE) return 1;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
