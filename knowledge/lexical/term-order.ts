const A = 97;
const Z = 122;
const LONGEST = 63;

/** How many places there are. */
export const PLACES = (Z - A + 2) * (LONGEST + 1);

/** Where a term stands in a segment: Latin words by first letter, then by length, behind all others (0). */
export const placeOf = (firstUnit: number, length: number): number =>
  firstUnit < A || firstUnit > Z ? 0 : (firstUnit - A + 1) * (LONGEST + 1) + Math.min(length, LONGEST);

/** The numbers from 0 up to `count`. */
export const allBelow = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, number) => number);

/** Numbers of strings in the order of their places; those of one place stay as they are (counting sort). */
export function inOrder(numbers: Uint32Array, place: (number: number) => number): Uint32Array {
  const next = new Uint32Array(PLACES + 1);
  for (const number of numbers) {
    const after = place(number) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let i = 1; i <= PLACES; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const order = new Uint32Array(numbers.length);
  for (const number of numbers) {
    const at = place(number);
    order[next[at] ?? 0] = number;
    next[at] = (next[at] ?? 0) + 1;
  }
  return order;
}
