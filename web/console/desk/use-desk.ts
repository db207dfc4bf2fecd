import { useEffect, useState } from 'react';
import { liveStream } from '../../api/live-stream.ts';
import { asProblem } from '../../api/problem.ts';
import type { DeskEntry } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';

/** The inbox, live: one stream tells what changed, then the list is read again; so it is after every reconnect. */
export function useDesk(onChanged: (conversationId: string | null) => void) {
  const { http } = useSurroundings();
  const loaded = useLoad('desk', (signal) =>
    http.json<DeskEntry[]>('/api/desk/conversations?status=waiting,human', { signal }),
  );
  const [connected, setConnected] = useState(true);
  const { reload } = loaded;

  useEffect(() => {
    const end = new AbortController();
    const onConnection = (up: boolean) => {
      setConnected(up);
      if (!up) return;
      reload();
      onChanged(null);
    };
    void (async () => {
      try {
        for await (const event of liveStream({ http, path: '/api/desk/events', signal: end.signal, onConnection })) {
          reload();
          onChanged((JSON.parse(event.data) as { conversationId: string }).conversationId);
        }
      } catch (error) {
        if (asProblem(error).status !== 401) setConnected(false);
      }
    })();
    return () => end.abort();
  }, [http, reload, onChanged]);
  return { ...loaded, connected };
}
