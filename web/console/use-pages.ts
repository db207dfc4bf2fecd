import { useEffect, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useSurroundings } from './surroundings.ts';
import { useAction } from './use-action.ts';
import { useLoad } from './use-load.ts';

export interface Pages<Row> {
  /** Undefined until the first page is here. */
  rows: Row[] | undefined;
  problem: Problem | null;
  /** Reads the first page again; only where it was that which failed. */
  retry: (() => void) | undefined;
  /** Reads from the first page again, after a change. */
  again: () => void;
  /** The last page was full: there may be older rows. */
  hasMore: boolean;
  busy: boolean;
  more(): Promise<unknown>;
}

/** Rows of a list that is read newest first, page by page, by the id of the last row; another query begins anew. */
export function usePages<Row extends { id: number }>(path: string, query: string, size: number): Pages<Row> {
  const { http } = useSurroundings();
  const url = `${path}?${query}&limit=${size}`;
  const { data, problem, reload } = useLoad(url, (signal) => http.json<Row[]>(url, { signal }));
  const [older, setOlder] = useState<{ of: string; rows: Row[]; whole: boolean }>({ of: url, rows: [], whole: false });
  const { busy, problem: fault, run } = useAction();
  const forget = () => setOlder({ of: url, rows: [], whole: false });
  useEffect(forget, [url]);
  const shown = older.of === url ? older : { rows: [], whole: false };
  const rows = data && [...data, ...shown.rows];
  return {
    rows,
    problem: fault ?? problem,
    retry: problem ? reload : undefined,
    again: () => {
      forget();
      reload();
    },
    hasMore: data?.length === size && !shown.whole,
    busy,
    more: () =>
      run(async () => {
        const page = await http.json<Row[]>(`${url}&before=${rows?.at(-1)?.id}`);
        setOlder({ of: url, rows: [...shown.rows, ...page], whole: page.length < size });
      }),
  };
}
