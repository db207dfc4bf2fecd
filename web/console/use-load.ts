import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.ts';

export interface Loaded<T> {
  /** The newest answer; kept while it is being read again. */
  data: T | undefined;
  problem: Problem | null;
  reload: () => void;
  /** Shows a value before the server confirms it. */
  setData: (change: (data: T | undefined) => T | undefined) => void;
}

/** Reads with `load` now, when `key` changes, and on reload(). A reading that is overtaken is aborted; calls to
 * reload() while one runs are answered by one more reading after it. */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [data, setData] = useState<T>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(load);
  latest.current = load;
  const again = useRef<() => void>(() => undefined);

  useEffect(() => {
    const end = new AbortController();
    let running = false;
    let wanted = false;
    const run = async () => {
      wanted = true;
      if (running) return;
      running = true;
      while (wanted && !end.signal.aborted) {
        wanted = false;
        try {
          const answer = await latest.current(end.signal);
          if (end.signal.aborted) return;
          setData(answer);
          setProblem(null);
        } catch (error) {
          if (end.signal.aborted) return;
          setProblem(asProblem(error));
        }
      }
      running = false;
    };
    again.current = () => void run();
    setData(undefined);
    void run();
    return () => end.abort();
  }, [key]);

  const reload = useCallback(() => again.current(), []);
  return { data, problem, reload, setData };
}
