import type { DocumentBody, Readiness } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { useLoad } from '../../use-load.ts';
import { usePolling } from '../../use-polling.ts';
import { countStates, type StateGroup } from '../documents/document-facts.ts';
import { paths } from '../paths.ts';

const REFRESH_MS = 15_000;

export interface Health {
  readiness: Readiness;
  states: Record<StateGroup, number>;
  passages: number;
  at: string;
}

/** Whether the knowledge is whole, asked again now and then. */
export function useHealth() {
  const { http } = useSurroundings();
  const loaded = useLoad('health', async (signal): Promise<Health> => {
    // Not ready is 503 with the same body: a state to show, not a fault.
    const [readiness, documents] = await Promise.all([
      fetch('/readyz', { signal }).then((response) => response.json() as Promise<Readiness>),
      http.json<DocumentBody[]>(paths.documents, { signal }),
    ]);
    const passages = documents.reduce((sum, { chunks, liveVersion }) => sum + (liveVersion ? (chunks ?? 0) : 0), 0);
    return { readiness, states: countStates(documents), passages, at: new Date().toISOString() };
  });
  usePolling(true, REFRESH_MS, loaded.reload);
  return loaded;
}
