import type { Http } from '../../../api/http.ts';
import type { ChunkBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';

/** More passages than this are not shown at once: a search within the document finds the others. */
const MOST = 5_000;

/** All passages of a version, in reading order. */
async function readChunks(http: Http, id: string, version: number, signal: AbortSignal): Promise<ChunkBody[]> {
  const all: ChunkBody[] = [];
  for (;;) {
    const part = new URLSearchParams({ version: String(version), offset: String(all.length) });
    const response = await http.fetch(`${paths.document(id)}/chunks?${part}`, { signal });
    const chunks = (await response.json()) as ChunkBody[];
    all.push(...chunks);
    const total = Number(response.headers.get('x-total-count') ?? all.length);
    if (chunks.length === 0 || all.length >= Math.min(total, MOST)) return all;
  }
}

/** The passages of a version; none before there is one. */
export function useChunks(id: string, version: number | null) {
  const { http } = useSurroundings();
  return useLoad(`chunks ${id} ${version}`, (signal) =>
    version === null ? Promise.resolve<ChunkBody[]>([]) : readChunks(http, id, version, signal),
  );
}
