import { useEffect, useState } from 'react';
import { liveStream } from '../../api/live-stream.ts';
import type { TrainingRunBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { useLoad } from '../use-load.ts';
import { paths } from './paths.ts';

/** The newest run, live while it is under way; `onEnd` is called when it ends. */
export function useRun(onEnd: () => void) {
  const { http } = useSurroundings();
  const { data, reload } = useLoad('runs', (signal) => http.json<TrainingRunBody[]>(paths.training, { signal }));
  const [seen, setSeen] = useState<TrainingRunBody | null>(null);
  const newest = data?.[0];
  const id = newest?.state === 'running' ? newest.id : undefined;
  useEffect(() => {
    if (!id) return;
    const end = new AbortController();
    const read = async () => {
      for await (const { data: text } of liveStream({ http, path: paths.runEvents(id), signal: end.signal })) {
        const run = JSON.parse(text) as TrainingRunBody;
        setSeen(run);
        if (run.state === 'running') continue;
        end.abort();
        reload();
        onEnd();
      }
    };
    // A run that the server refuses to show: the list tells what became of it.
    read().catch(reload);
    return () => end.abort();
  }, [id, http, reload, onEnd]);
  return { run: seen && seen.id === id ? seen : newest, reload };
}
