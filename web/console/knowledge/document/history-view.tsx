import type { KnowledgeChangeBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { ChangeList } from '../upkeep/change-list.tsx';
import '../upkeep/changes.css';

/** What happened to one document, by whom. */
export function HistoryView({ id }: { id: string }) {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad(`history ${id}`, (signal) =>
    http.json<KnowledgeChangeBody[]>(
      `${paths.changes}?${new URLSearchParams({ kind: 'document', subjectId: id, limit: '200' })}`,
      { signal },
    ),
  );
  return (
    <section className="panel">
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={3} />}
      {data?.length === 0 && <p className="quiet">{t.historyEmpty}</p>}
      {data && data.length > 0 && <ChangeList changes={data} withKind={false} />}
    </section>
  );
}
