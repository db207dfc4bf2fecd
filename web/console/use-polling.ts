import { useEffect } from 'react';
import { pause } from '../api/pause.ts';

/** Calls `reload` every `ms` milliseconds while `active`. */
export function usePolling(active: boolean, ms: number, reload: () => void): void {
  useEffect(() => {
    if (!active) return;
    const end = new AbortController();
    void (async () => {
      for (await pause(ms, end.signal); !end.signal.aborted; await pause(ms, end.signal)) reload();
    })();
    return () => end.abort();
  }, [active, ms, reload]);
}
