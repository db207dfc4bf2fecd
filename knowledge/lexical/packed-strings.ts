import type { SharedSpace } from './shared-space.ts';

/** Distinct strings by number, and the number of each, in typed arrays that threads can share. */
export interface PackedStrings {
  /** UTF-16 code units of all strings, one after another. */
  units: Uint16Array;
  /** Where each string begins in `units`; one more at the end. */
  starts: Uint32Array;
  /** Open addressing by hash: a string's number + 1, or 0 where none is. A power of two long. */
  slots: Uint32Array;
}

export const countOf = (strings: PackedStrings): number => strings.starts.length - 1;

/** FNV-1a over UTF-16 code units, 32 bits, with its high bits mixed into the low ones, which pick the slot. */
export function hashUnits(units: Uint16Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ (units[i] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** How long the hash table of so many strings is. */
export const slotsFor = (count: number): number => 2 ** Math.max(3, Math.ceil(Math.log2(count * 1.6 + 1)));

/** Enters the first `count` strings into an empty hash table. */
export function fillSlots(slots: Uint32Array, units: Uint16Array, starts: Uint32Array, count: number): void {
  const mask = slots.length - 1;
  for (let number = 0; number < count; number++) {
    let slot = hashUnits(units, starts[number] ?? 0, starts[number + 1] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
}

/** The number of a string, or -1. */
export function numberOf({ units, starts, slots }: PackedStrings, text: string): number {
  const mask = slots.length - 1;
  let slot = hashText(text) & mask;
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
export function stringOf({ units, starts }: Pick<PackedStrings, 'units' | 'starts'>, number: number): string {
  const from = starts[number] ?? 0;
  return Buffer.from(units.buffer, units.byteOffset + 2 * from, 2 * ((starts[number + 1] ?? 0) - from)).toString(
    'utf16le',
  );
}

/** All strings of several lists, one list after another; no string may be in two of them. */
export function joinStrings(lists: readonly PackedStrings[], space: SharedSpace): PackedStrings {
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  const count = sum(lists.map(countOf));
  const units = space.uint16(sum(lists.map((list) => list.units.length)));
  const starts = space.uint32(count + 1);
  let number = 0;
  let at = 0;
  for (const list of lists) {
    units.set(list.units, at);
    for (let i = 0; i < countOf(list); i++) starts[number++] = at + (list.starts[i] ?? 0);
    at += list.units.length;
  }
  starts[number] = at;
  const slots = space.uint32(slotsFor(count));
  fillSlots(slots, units, starts, count);
  return { units, starts, slots };
}
