/** Edits that turn one number into another: a digit wrong, missing, too many, or two swapped. */
const MOST_EDITS = 2;
const OFFERED = 3;

const plain = (id: string): string => id.toLowerCase().replace(/[^a-z\d]/g, '');

/** The customer's own order numbers that are nearest to a mistyped one, nearest first; none when none is near. */
export function closestOrders(said: string, own: readonly string[]): string[] {
  const wanted = plain(said);
  if (wanted.length < 4) return [];
  return own
    .map((id) => ({
      id,
      edits: Math.min(editsBetween(wanted, plain(id)), editsBetween(wanted, plain(id).slice(-wanted.length))),
    }))
    .filter(({ edits }) => edits <= MOST_EDITS)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, OFFERED)
    .map(({ id }) => id);
}

/** Optimal string alignment distance; numbers are short, so the whole table is made. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
  const at = (row: number[] | undefined, j: number): number => row?.[j] ?? 0;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(rows[i - 2], j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows[a.length], b.length);
}
