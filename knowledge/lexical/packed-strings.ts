/** Distinct strings by number, and the number of each, in typed arrays that threads can share. */
export interface PackedStrings {
  /** UTF-16 code units of all strings, one after another. */
  units: Uint16Array;
  /** Where each string begins in `units`; one more at the end. */
  starts: Uint32Array;
  /** Open addressing by hash: a string's number + 1, or 0 where none is. A power of two long. */
  slots: Uint32Array;
}

/** Shared, so that a segment can be searched while a worker merges it. */
export const sharedBytes = (length: number): SharedArrayBuffer => new SharedArrayBuffer(length);

/** FNV-1a over UTF-16 code units, 32 bits, with its high bits mixed into the low ones that pick the slot. */
function hashOf(unitAt: (at: number) => number, length: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < length; i++) value = Math.imul(value ^ unitAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

const slotsFor = (count: number): number => 2 ** Math.max(3, Math.ceil(Math.log2(count * 1.6 + 1)));

/** Packs strings that must be distinct; each keeps its place in the list as its number. */
export function packStrings(strings: readonly string[]): PackedStrings {
  let length = 0;
  for (const text of strings) length += text.length;
  const units = new Uint16Array(sharedBytes(length * 2));
  const starts = new Uint32Array(sharedBytes((strings.length + 1) * 4));
  let at = 0;
  strings.forEach((text, number) => {
    starts[number] = at;
    for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
  });
  starts[strings.length] = at;
  return { units, starts, slots: slotsOf(units, starts) };
}

/** The hash table of strings that lie in `units`. */
export function slotsOf(units: Uint16Array, starts: Uint32Array): Uint32Array {
  const count = starts.length - 1;
  const slots = new Uint32Array(sharedBytes(slotsFor(count) * 4));
  const mask = slots.length - 1;
  for (let number = 0; number < count; number++) {
    const from = starts[number] ?? 0;
    const length = (starts[number + 1] ?? 0) - from;
    let slot = hashOf((i) => units[from + i] ?? 0, length) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  return slots;
}

/** The number of a string, or -1. */
export function numberOf({ units, starts, slots }: PackedStrings, text: string): number {
  const mask = slots.length - 1;
  let slot = hashOf((i) => text.charCodeAt(i), text.length) & mask;
  for (let entry = slots[slot] ?? 0; entry > 0; slot = (slot + 1) & mask, entry = slots[slot] ?? 0) {
    const from = starts[entry - 1] ?? 0;
    if ((starts[entry] ?? 0) - from !== text.length) continue;
    let same = 0;
    while (same < text.length && units[from + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return entry - 1;
  }
  return -1;
}

/** The string of a number that is known to be there. */
export function stringOf({ units, starts }: PackedStrings, number: number): string {
  return String.fromCharCode(...units.subarray(starts[number] ?? 0, starts[number + 1] ?? 0));
}
