/** Runs works, so many at a time; the others begin in the order in which they came. */
export type AtMost = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createAtMost(places: number): AtMost {
  const waiting: Array<() => void> = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
