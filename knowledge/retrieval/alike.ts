import { normalize } from '../text/normalize.ts';

/** Shorter texts share their pairs by chance. */
const LEAST_PAIRS = 4;

const pairs = (text: string): string[] => {
  const run = normalize(text).replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2));
};

/**
 * How alike two Chinese texts are letter by letter, 0 to 1 (Dice over pairs of characters): finds the FAQ whose question
 * is nearly the customer's, although most of its words carry no topic (不在家怎么收货). 0 for texts with hardly any Han.
 */
export function alike(a: string, b: string): number {
  if ((a.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 < a.length) return 0;
  const left = pairs(a);
  const right = pairs(b);
  if (Math.min(left.length, right.length) < LEAST_PAIRS) return 0;
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of left) {
    const open = rest.get(pair) ?? 0;
    if (open > 0) shared += 1;
    rest.set(pair, open - 1);
  }
  return (2 * shared) / (left.length + right.length);
}
