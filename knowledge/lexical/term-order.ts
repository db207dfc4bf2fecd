const A = 97;
const Z = 122;
const LONGEST = 63;

/** How many places there are. */
const PLACES = (Z - A + 2) * (LONGEST + 1);

/** Where a term stands in a segment: Latin words by first letter, then by length, behind all others (0). */
export const placeOf = (firstUnit: number, length: number): number =>
  firstUnit < A || firstUnit > Z ? 0 : (firstUnit - A + 1) * (LONGEST + 1) + Math.min(length, LONGEST);

/** The numbers from 0 up to `count`. */
export function allBelow(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let number = 0; number < count; number++) numbers[number] = number;
  return numbers;
}

/** Numbers of strings in the order of their places; those of one place stay as they are (counting sort). */
export function inOrder(numbers: Uint32Array, place: (number: number) => number): Uint32Array {
  const places = new Uint16Array(numbers.length);
  const next = new Uint32Array(PLACES + 1);
  for (let i = 0; i < numbers.length; i++) {
    const at = place(numbers[i] ?? 0);
    places[i] = at;
    next[at + 1] = (next[at + 1] ?? 0) + 1;
  }
  for (let i = 1; i <= PLACES; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const order = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const at = places[i] ?? 0;
    order[next[at] ?? 0] = numbers[i] ?? 0;
    next[at] = (next[at] ?? 0) + 1;
  }
  return order;
}
