/** Longer ones are few. */
const LONGEST_PIECE = 15;
/** One without an end (a key, a coded picture) is no word that comes again. */
const LONGEST_KEPT = 64;
/** A piece's length and its code units: what is compared lies in one line of the processor's cache. */
const STRIDE = LONGEST_PIECE + 1;
const FIRST_PLACES = 2 ** 10;

export const hashStart = 0x811c9dc5;
/** FNV-1a over UTF-16 code units, 32 bits: the hash of a piece that goes on with a code unit. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/**
 * What was found out about pieces of texts, which are looked up where they stand: no string is made. Open addressing.
 * `size` pieces at most; then it begins anew.
 */
export class PieceCache<Value> {
  readonly #size: number;
  #count = 0;
  #units = new Uint16Array(FIRST_PLACES * STRIDE);
  /** Pieces that are longer. */
  #long = new Map<string, Value>();
  #values = new Array<Value | undefined>(FIRST_PLACES).fill(undefined);

  constructor(size: number) {
    this.#size = size;
  }

  /** `hash`: of the code units from `from` to `to`. */
  find(text: string, from: number, to: number, hash: number): Value | undefined {
    if (to - from > LONGEST_PIECE) return to - from > LONGEST_KEPT ? undefined : this.#long.get(text.slice(from, to));
    const mask = this.#values.length - 1;
    for (let place = mixed(hash) & mask; ; place = (place + 1) & mask) {
      if (this.#units[place * STRIDE] === 0) return undefined;
      if (this.#isAt(place, text, from, to)) return this.#values[place];
    }
  }

  /** Of one that was not found. */
  keep(piece: string, hash: number, value: Value): void {
    if (piece.length > LONGEST_KEPT) return;
    if (this.#count === this.#size) {
      this.#long = new Map();
      this.#open(FIRST_PLACES);
    }
    this.#count += 1;
    if (piece.length > LONGEST_PIECE) {
      this.#long.set(piece, value);
      return;
    }
    if (this.#count * 4 > this.#values.length * 3) this.#grow();
    const place = this.#freePlace(mixed(hash));
    this.#values[place] = value;
    const at = place * STRIDE;
    this.#units[at] = piece.length;
    for (let i = 0; i < piece.length; i++) this.#units[at + 1 + i] = piece.charCodeAt(i);
  }

  #open(places: number): void {
    this.#count = 0;
    this.#units = new Uint16Array(places * STRIDE);
    this.#values = new Array<Value | undefined>(places).fill(undefined);
  }

  #grow(): void {
    const units = this.#units;
    const values = this.#values;
    const count = this.#count;
    this.#open(values.length * 2);
    this.#count = count;
    for (let at = 0; at < values.length; at++) {
      const length = units[at * STRIDE] ?? 0;
      if (length === 0) continue;
      const piece = units.subarray(at * STRIDE, (at + 1) * STRIDE);
      let hash = hashStart;
      for (let i = 1; i <= length; i++) hash = hashOn(hash, piece[i] ?? 0);
      const place = this.#freePlace(mixed(hash));
      this.#units.set(piece, place * STRIDE);
      this.#values[place] = values[at];
    }
  }

  #freePlace(hash: number): number {
    const mask = this.#values.length - 1;
    let place = hash & mask;
    while (this.#units[place * STRIDE] !== 0) place = (place + 1) & mask;
    return place;
  }

  #isAt(place: number, text: string, from: number, to: number): boolean {
    const units = this.#units;
    let at = place * STRIDE;
    if (units[at] !== to - from) return false;
    for (let i = from; i < to; i++) {
      at += 1;
      if (units[at] !== text.charCodeAt(i)) return false;
    }
    return true;
  }
}

/** The high bits mixed into the low ones, which pick the place. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);
