import { type FormEvent, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.ts';

export interface Action {
  busy: boolean;
  /** Why the last work failed; null while work runs and after it went well. */
  problem: Problem | null;
  /** Resolves to what the work gave, undefined when it failed; never rejects. */
  run<Result>(work: () => Promise<Result>): Promise<Result | undefined>;
  /** The same for a form: the page stays. */
  submit(work: () => Promise<unknown>): (event: FormEvent) => void;
}

/** Work that somebody starts by a press, with its state and what went wrong. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    setBusy(true);
    setProblem(null);
    try {
      return await work();
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  const submit = (work: () => Promise<unknown>) => (event: FormEvent) => {
    event.preventDefault();
    void run(work);
  };
  return { busy, problem, run, submit };
}
