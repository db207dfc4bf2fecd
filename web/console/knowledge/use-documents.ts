import { useEffect, useRef } from 'react';
import { liveStream } from '../../api/live-stream.ts';
import { pause } from '../../api/pause.ts';
import type { DocumentBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';

const PATH = '/api/knowledge/documents';
/** A browser opens six connections to a server; the others must stay free for calls. */
const MAX_STREAMS = 2;
const POLL_MS = 2_500;

const underway = ({ status }: DocumentBody) => status === 'queued' || status === 'processing';

/** The documents, kept up to date: those being processed through their live streams, the rest of a long queue by
 * reading the list now and then. */
export function useDocuments() {
  const { http } = useSurroundings();
  const loaded = useLoad('documents', (signal) => http.json<DocumentBody[]>(PATH, { signal }));
  const { data, reload, setData } = loaded;
  const followed = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const streams = followed.current;
    const follow = async (id: string, end: AbortController) => {
      try {
        const path = `${PATH}/${encodeURIComponent(id)}/events`;
        for await (const event of liveStream({ http, path, signal: end.signal })) {
          const document = JSON.parse(event.data) as DocumentBody;
          setData((list) => list?.map((known) => (known.id === id ? document : known)));
          if (!underway(document)) break;
        }
      } catch {
        // Removed meanwhile: the list tells.
      }
      streams.delete(id);
      if (!end.signal.aborted) reload();
    };
    for (const { id } of (data ?? []).filter(underway)) {
      if (streams.has(id) || streams.size >= MAX_STREAMS) continue;
      const end = new AbortController();
      streams.set(id, end);
      void follow(id, end);
    }
  }, [data, http, reload, setData]);

  const waiting = (data ?? []).filter(underway).length > MAX_STREAMS;
  useEffect(() => {
    if (!waiting) return;
    const end = new AbortController();
    void (async () => {
      for (await pause(POLL_MS, end.signal); !end.signal.aborted; await pause(POLL_MS, end.signal)) reload();
    })();
    return () => end.abort();
  }, [waiting, reload]);
  useEffect(() => {
    const streams = followed.current;
    return () => {
      for (const end of streams.values()) end.abort();
      streams.clear();
    };
  }, []);
  return loaded;
}
