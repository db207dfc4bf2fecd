/** Whole numbers, `[from, to)`. */
export type Stretch = [from: number, to: number];

/** Stretches from left to right, cut to `0..length`; those that touch or overlap are one. */
export function mergeStretches(stretches: Stretch[], length: number): Stretch[] {
  const out: Stretch[] = [];
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const [start, end] = [Math.max(0, from), Math.min(length, to)];
    const last = out.at(-1);
    if (end <= start) continue;
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** What is left of `0..length` between merged stretches. */
export function gapsBetween(merged: Stretch[], length: number): Stretch[] {
  const out: Stretch[] = [];
  let at = 0;
  for (const [from, to] of merged) {
    if (from > at) out.push([at, from]);
    at = to;
  }
  if (at < length) out.push([at, length]);
  return out;
}

/** Counts at each place from 0 to `length` how many of the stretches added to it lie over it. */
export function createCover(length: number): { add(stretch: Stretch): void; counts(): Int32Array } {
  const steps = new Int32Array(length + 1);
  return {
    add([from, to]) {
      steps[from] = (steps[from] ?? 0) + 1;
      steps[to] = (steps[to] ?? 0) - 1;
    },
    counts() {
      const counts = new Int32Array(length + 1);
      let sum = 0;
      for (let at = 0; at <= length; at++) {
        sum += steps[at] ?? 0;
        counts[at] = sum;
      }
      return counts;
    },
  };
}
