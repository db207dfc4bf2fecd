import type { ChunkTraits } from './segment.ts';

/** Numbers the traits that chunks have in common. */
export class TraitList {
  readonly traits: ChunkTraits[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ kind, language, audience }: ChunkTraits): number {
    const key = `${kind} ${language} ${audience}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.traits.length);
    return this.traits.push({ kind, language, audience }) - 1;
  }
}
