/** How often what should have been `labels[row]` was taken for `labels[column]`: `counts[row][column]`. */
export interface Confusion {
  name: string;
  labels: string[];
  counts: number[][];
}

/** One label taken for another: `count` of the `total` that should have been `expected`. */
export interface ConfusedPair {
  expected: string;
  actual: string;
  count: number;
  total: number;
}

/** Counts answers by what they should have been and what they were. */
export function confusionOf(
  name: string,
  pairs: ReadonlyArray<readonly [expected: string, actual: string]>,
): Confusion {
  const labels = [...new Set(pairs.flat())].sort();
  const at = new Map(labels.map((label, index) => [label, index]));
  const counts = labels.map(() => labels.map(() => 0));
  for (const [expected, actual] of pairs) {
    const [row, column] = [counts[at.get(expected) ?? -1], at.get(actual) ?? -1];
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { name, labels, counts };
}

/** What is taken for something else, the most frequent first. */
export function mostConfused({ labels, counts }: Confusion): ConfusedPair[] {
  const pairs = labels.flatMap((expected, row) => {
    const total = (counts[row] ?? []).reduce((sum, n) => sum + n, 0);
    return labels.flatMap((actual, column) => {
      const count = counts[row]?.[column] ?? 0;
      return row === column || count === 0 ? [] : [{ expected, actual, count, total }];
    });
  });
  return pairs.sort((a, b) => b.count - a.count || b.count / b.total - a.count / a.total);
}
