export interface RankNumbers {
  questions: number;
  hit1: number;
  recall5: number;
  mrr10: number;
  ndcg10: number;
}

/** Means over questions, each given as the ranks (from 1) of its right results among the first ten found; none: not found. */
export function rankNumbers(ranks: Array<number | undefined>): RankNumbers {
  const mean = (value: (rank: number) => number) =>
    Math.round(
      (1000 * ranks.reduce<number>((sum, rank) => sum + (rank === undefined ? 0 : value(rank)), 0)) /
        (ranks.length || 1),
    ) / 1000;
  return {
    questions: ranks.length,
    hit1: mean((rank) => (rank === 1 ? 1 : 0)),
    recall5: mean((rank) => (rank <= 5 ? 1 : 0)),
    mrr10: mean((rank) => 1 / rank),
    // The first right result alone counts: the others say the same.
    ndcg10: mean((rank) => 1 / Math.log2(rank + 1)),
  };
}
