/** The constant of Cormack, Clarke and Büttcher (SIGIR 2009): how much the first ranks stand out. */
const K = 60;

export interface RankedList {
  ids: string[];
  weight: number;
}

/** Reciprocal rank fusion: ids by the weighted sum of 1 / (60 + rank), best first; ties keep the first list's order. */
export function fuseRanks(lists: RankedList[]): Array<{ id: string; score: number }> {
  const scores = new Map<string, number>();
  for (const { ids, weight } of lists) {
    ids.forEach((id, i) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (K + i + 1));
    });
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}
