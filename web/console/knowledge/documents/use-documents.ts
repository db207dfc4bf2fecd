import { useCallback, useEffect, useRef } from 'react';
import { liveStream } from '../../../api/live-stream.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { useLoad } from '../../use-load.ts';
import { usePolling } from '../../use-polling.ts';
import { paths } from '../paths.ts';
import { isUnderway } from './document-facts.ts';

/** A browser opens six connections to a server; uploads take three of them, calls need one. */
const MAX_STREAMS = 2;
const POLL_MS = 2_000;

interface DocumentList {
  items: DocumentBody[];
  /** Also those beyond the first thousand, which only a search shows. */
  total: number;
}

/** The documents, kept up to date: those being processed through their live streams, the rest of a long queue by
 * reading the list now and then. `query` is asked of the server where the list is longer than one answer. */
export function useDocuments(query: string) {
  const { http } = useSurroundings();
  const long = useRef(false);
  const asked = long.current ? query.trim() : '';
  const loaded = useLoad(`documents ${asked}`, async (signal): Promise<DocumentList> => {
    const search = asked ? `?${new URLSearchParams({ q: asked })}` : '';
    const response = await http.fetch(paths.documents + search, { signal });
    const items = (await response.json()) as DocumentBody[];
    const total = Number(response.headers.get('x-total-count') ?? items.length);
    if (!asked) long.current = total > items.length;
    return { items, total };
  });
  const { data, reload, setData } = loaded;
  const followed = useRef(new Map<string, AbortController>());

  /** Shows a document as it is now, a new one at the top. */
  const show = useCallback(
    (document: DocumentBody) =>
      setData((list) => {
        if (!list) return list;
        const known = list.items.some(({ id }) => id === document.id);
        if (!known) return { items: [document, ...list.items], total: list.total + 1 };
        return { ...list, items: list.items.map((item) => (item.id === document.id ? document : item)) };
      }),
    [setData],
  );
  const hide = useCallback(
    (gone: Set<string>) =>
      setData((list) => {
        if (!list) return list;
        const items = list.items.filter(({ id }) => !gone.has(id));
        return { items, total: list.total - (list.items.length - items.length) };
      }),
    [setData],
  );

  useEffect(() => {
    const streams = followed.current;
    const follow = async (id: string, end: AbortController) => {
      try {
        for await (const event of liveStream({ http, path: `${paths.document(id)}/events`, signal: end.signal })) {
          const document = JSON.parse(event.data) as DocumentBody;
          show(document);
          if (!isUnderway(document)) break;
        }
      } catch {
        // Removed meanwhile: the list tells.
      }
      streams.delete(id);
      if (!end.signal.aborted) reload();
    };
    // What is being processed shows progress; what is queued waits for its turn.
    const underway = (data?.items ?? []).filter(isUnderway);
    const first = underway.toSorted((a, b) => Number(b.status === 'processing') - Number(a.status === 'processing'));
    for (const { id } of first) {
      if (streams.has(id) || streams.size >= MAX_STREAMS) continue;
      const end = new AbortController();
      streams.set(id, end);
      void follow(id, end);
    }
  }, [data, http, reload, show]);

  const waiting = (data?.items ?? []).filter(isUnderway).length > MAX_STREAMS;
  usePolling(waiting, POLL_MS, reload);
  useEffect(() => {
    const streams = followed.current;
    return () => {
      for (const end of streams.values()) end.abort();
      streams.clear();
    };
  }, []);
  return { ...loaded, show, hide };
}
