/** Runs tasks one after another, in the order in which they came. */
export interface TaskLine {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** The same, but one of a name that still waits stands for all. */
  runOnce(name: string, task: () => Promise<void>): Promise<void>;
}

export function createTaskLine(): TaskLine {
  let last: Promise<unknown> = Promise.resolve();
  const waiting = new Map<string, Promise<void>>();
  const run = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    run,
    runOnce(name, task) {
      const known = waiting.get(name);
      if (known) return known;
      const result = run(() => {
        waiting.delete(name);
        return task();
      });
      waiting.set(name, result);
      return result;
    },
  };
}
