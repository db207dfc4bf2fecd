import { useEffect } from 'react';
import { liveStream } from '../../../api/live-stream.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { useLoad } from '../../use-load.ts';
import { isUnderway } from '../documents/document-facts.ts';
import { paths } from '../paths.ts';

/** One document, live while it is worked on. */
export function useDocument(id: string) {
  const { http } = useSurroundings();
  const loaded = useLoad(`document ${id}`, (signal) => http.json<DocumentBody>(paths.document(id), { signal }));
  const { data, setData, reload } = loaded;
  const underway = data !== undefined && isUnderway(data);
  useEffect(() => {
    if (!underway) return;
    const end = new AbortController();
    void (async () => {
      try {
        for await (const event of liveStream({ http, path: `${paths.document(id)}/events`, signal: end.signal })) {
          const document = JSON.parse(event.data) as DocumentBody;
          setData(() => document);
          if (!isUnderway(document)) break;
        }
      } catch {
        if (!end.signal.aborted) reload();
      }
    })();
    return () => end.abort();
  }, [underway, http, id, setData, reload]);
  return loaded;
}
