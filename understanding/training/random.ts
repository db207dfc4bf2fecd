/** Repeatable random numbers (mulberry32): the same seed trains the same model. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle(items: Uint32Array): void;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('pick from an empty list');
      return item;
    },
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const held = items[i] ?? 0;
        items[i] = items[j] ?? 0;
        items[j] = held;
      }
    },
  };
}
