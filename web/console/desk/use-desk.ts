import { useEffect, useState } from 'react';
import { liveStream } from '../../api/live-stream.ts';
import { asProblem } from '../../api/problem.ts';
import type { DeskEntry } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';

/** What the desk's stream told: a conversation changed (null: any may have), or its customer is writing. */
export interface DeskListener {
  changed(conversationId: string | null): void;
  typing(conversationId: string): void;
}

/** The inbox, live: one stream tells what changed, then the list is read again; so it is after every reconnect. */
export function useDesk(listener: DeskListener) {
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
      listener.changed(null);
    };
    void (async () => {
      try {
        for await (const event of liveStream({ http, path: '/api/desk/events', signal: end.signal, onConnection })) {
          const { conversationId } = JSON.parse(event.data) as { conversationId: string };
          if (event.event === 'typing') listener.typing(conversationId);
          else {
            reload();
            listener.changed(conversationId);
          }
        }
      } catch (error) {
        if (asProblem(error).status !== 401) setConnected(false);
      }
    })();
    return () => end.abort();
  }, [http, reload, listener]);
  return { ...loaded, connected };
}
