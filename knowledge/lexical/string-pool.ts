import type { IndexTerm } from '../text/index-term.ts';
import { fillSlots, hashUnits, type PackedStrings, slotsFor, stringOf } from './packed-strings.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { SharedSpace } from './shared-space.ts';

/** Numbers strings in the order in which they are first met, without an object for each. Can be emptied and used again. */
export class StringPool {
  #units = new Uint16Array(65_536);
  #starts = new Uint32Array(16_384);
  /** Of strings that are no pairs: see {@link fillSlots}. */
  #slots = new Uint32Array(slotsFor(16_384));
  #slotted = 0;
  readonly #pairs = new PairNumbers();
  #count = 0;
  /** Another one whenever numbers begin anew. */
  #numbering: object = {};
  /** Strings that were met as such: V8 keeps their hash. */
  readonly #texts = new Map<string, number>();

  clear(): void {
    this.#count = 0;
    this.#numbering = {};
    this.#slots.fill(0);
    this.#slotted = 0;
    this.#texts.clear();
    this.#pairs.clear();
  }

  get count(): number {
    return this.#count;
  }

  readonly #giveNumber = (text: string): number => this.ofText(text);

  ofTerm(term: IndexTerm): number {
    return term.numberBy(this.#numbering, this.#giveNumber);
  }

  ofText(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const number = text.length === 2 ? this.ofPair(text.charCodeAt(0), text.charCodeAt(1)) : this.#ofLetters(text);
    this.#texts.set(text, number);
    return number;
  }

  /** Of a string of two code units. */
  ofPair(first: number, second: number): number {
    const known = this.#pairs.get(first, second);
    if (known >= 0) return known;
    const at = this.#room(2);
    this.#units[at] = first;
    this.#units[at + 1] = second;
    const number = this.#enter(2);
    this.#pairs.set(first, second, number);
    return number;
  }

  ofUnits(units: Uint16Array, from: number, to: number): number {
    if (to - from === 2) return this.ofPair(units[from] ?? 0, units[from + 1] ?? 0);
    const at = this.#room(to - from);
    for (let i = from; i < to; i++) this.#units[at + i - from] = units[i] ?? 0;
    return this.#intern(to - from);
  }

  textOf(number: number): string {
    return stringOf({ units: this.#units, starts: this.#starts }, number);
  }

  firstUnit(number: number): number {
    return this.#units[this.#starts[number] ?? 0] ?? 0;
  }

  lengthOf(number: number): number {
    return (this.#starts[number + 1] ?? 0) - (this.#starts[number] ?? 0);
  }

  /** All strings in the given order of their numbers. */
  pack(order: Uint32Array, space: SharedSpace): PackedStrings {
    const units = space.uint16(this.#starts[this.#count] ?? 0);
    const starts = space.uint32(order.length + 1);
    let at = 0;
    order.forEach((number, place) => {
      starts[place] = at;
      for (let i = this.#starts[number] ?? 0; i < (this.#starts[number + 1] ?? 0); i++)
        units[at++] = this.#units[i] ?? 0;
    });
    starts[order.length] = at;
    const slots = space.uint32(slotsFor(order.length));
    fillSlots(slots, units, starts, order.length);
    return { units, starts, slots };
  }

  #ofLetters(text: string): number {
    const at = this.#room(text.length);
    for (let i = 0; i < text.length; i++) this.#units[at + i] = text.charCodeAt(i);
    return this.#intern(text.length);
  }

  /** Where the next string's units go. */
  #room(length: number): number {
    const at = this.#starts[this.#count] ?? 0;
    if (at + length > this.#units.length) {
      const longer = new Uint16Array(2 * this.#units.length + length);
      longer.set(this.#units);
      this.#units = longer;
    }
    return at;
  }

  /** The number of the string whose units were put where the next one goes. */
  #intern(length: number): number {
    const units = this.#units;
    const starts = this.#starts;
    const at = starts[this.#count] ?? 0;
    const mask = this.#slots.length - 1;
    let slot = hashUnits(units, at, at + length) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry > 0; slot = (slot + 1) & mask, entry = this.#slots[slot] ?? 0) {
      const from = starts[entry - 1] ?? 0;
      if ((starts[entry] ?? 0) - from !== length) continue;
      let same = 0;
      while (same < length && units[from + same] === units[at + same]) same += 1;
      if (same === length) return entry - 1;
    }
    const number = this.#enter(length);
    this.#slots[slot] = number + 1;
    this.#slotted += 1;
    if (this.#slotted * 1.5 > this.#slots.length) this.#growSlots();
    return number;
  }

  /** The next number, for the string whose units were put where the next one goes. */
  #enter(length: number): number {
    const number = this.#count;
    this.#count += 1;
    if (this.#count === this.#starts.length) {
      const longer = new Uint32Array(2 * this.#starts.length);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count] = (this.#starts[number] ?? 0) + length;
    return number;
  }

  #growSlots(): void {
    const before = this.#slots;
    const slots = new Uint32Array(slotsFor(2 * this.#slotted));
    const mask = slots.length - 1;
    for (const entry of before) {
      if (entry === 0) continue;
      let slot = hashUnits(this.#units, this.#starts[entry - 1] ?? 0, this.#starts[entry] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}
