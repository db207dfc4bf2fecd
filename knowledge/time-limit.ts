/** Nobody knows what became of the work. */
export class TimeLimitError extends Error {
  override name = 'TimeLimitError';
}

/** Rejects with {@link TimeLimitError} when `work` takes longer than `ms`; the work itself goes on unheard. */
export function timeLimit<Result>(work: Promise<Result>, ms: number, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`${what} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
