/** Keeps the `k` highest scores that it is shown, in a list that stays sorted. */
export interface TopK<Item> {
  /** What a score must be above to get in. */
  readonly bar: number;
  offer(item: Item, score: number): void;
  /** Best first; of equal scores the one shown first. */
  best(): Array<{ item: Item; score: number }>;
}

export function createTopK<Item>(k: number): TopK<Item> {
  const list: Array<{ item: Item; score: number }> = [];
  return {
    get bar() {
      return list.length < k ? 0 : (list[k - 1]?.score ?? 0);
    },
    offer(item, score) {
      let at = list.length;
      while (at > 0 && (list[at - 1]?.score ?? 0) < score) at -= 1;
      list.splice(at, 0, { item, score });
      if (list.length > k) list.pop();
    },
    best: () => list,
  };
}
