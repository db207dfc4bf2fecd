/** Values and how often each occurred. */
export type Histogram = ReadonlyArray<{ value: number; n: number }>;

/** The value below which the share `q` (0 to 1) of all lies, by nearest rank; null for none. */
export function quantileOf(histogram: Histogram, q: number): number | null {
  const sorted = [...histogram].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  let seen = 0;
  for (const { value, n } of sorted) {
    seen += n;
    if (seen >= q * total) return value;
  }
  return null;
}
