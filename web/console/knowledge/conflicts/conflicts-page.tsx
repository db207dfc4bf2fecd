import { useEffect, useState } from 'react';
import type { ConflictGroupReportBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { usePolling } from '../../use-polling.ts';
import { paths } from '../paths.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import './conflicts.css';

type View = 'contradiction' | 'duplicate' | 'dismissed';
const POLL_MS = 1_500;
const PAGE = 30;

/** What passages say differently or twice, each thing once; asked again while a comparison is under way. */
export default function ConflictsPage() {
  const { t, http, format } = useSurroundings();
  const [view, setView] = useState<View>('contradiction');
  const [limit, setLimit] = useState(PAGE);
  const { data, problem, reload } = useLoad(`conflicts ${view}`, (signal) =>
    http.json<ConflictGroupReportBody>(
      `${paths.conflicts}/groups?${new URLSearchParams({ list: view, limit: `${limit}` })}`,
      {
        signal,
      },
    ),
  );
  // A longer list of the same view is read without the page being emptied.
  useEffect(() => {
    if (limit > PAGE) reload();
  }, [limit, reload]);
  const { problem: fault, run } = useAction();
  const checking = data?.state === 'checking';
  const comparing = data?.checkedAt ? fill(t.checkingAgain, { n: data.passages }) : t.checking;
  usePolling(checking, POLL_MS, reload);

  const settle = async (id: string) => {
    const how = view === 'dismissed' ? 'restore' : 'dismiss';
    await run(() => http.json(`${paths.conflict(id)}/${how}`, { method: 'POST' }));
    reload();
  };
  const look = (next: View) => {
    setLimit(PAGE);
    setView(next);
  };
  return (
    <section className="page">
      <PageHead title={t.conflicts} text={t.conflictsText} />
      <div className="spread">
        <Segments
          label={t.columnStatus}
          value={view}
          onChange={look}
          options={[
            { value: 'contradiction', words: t.contradictions, count: data?.counts.contradiction },
            { value: 'duplicate', words: t.duplicates, count: data?.counts.duplicate },
            { value: 'dismissed', words: t.dismissedOnes, count: data?.counts.dismissed },
          ]}
        />
        {data && (
          <p className="quiet small checked" role="status">
            {checking ? (
              <>
                {comparing}
                <progress max={1} value={data.progress} aria-label={comparing} />
              </>
            ) : data.checkedAt ? (
              fill(t.checkedAt, { n: data.passages, time: format.moment(data.checkedAt) })
            ) : (
              t.neverChecked
            )}
          </p>
        )}
      </div>
      <ProblemNote problem={fault ?? problem} onRetry={reload} />
      {(checking ? data.groups.length === 0 : !data && !problem) && <Skeleton rows={3} />}
      {data?.groups.length === 0 &&
        !checking &&
        (view === 'contradiction' ? (
          <EmptyState icon="check" title={t.noConflicts} text={t.noConflictsText} />
        ) : (
          <p className="loading">{t.noneHere}</p>
        ))}
      <ul className="stack">
        {data?.groups.map((group) => (
          <ConflictPanel
            key={group.id}
            group={group}
            dismissed={view === 'dismissed'}
            onSettle={(id) => void settle(id)}
          />
        ))}
      </ul>
      {data && data.counts[view] > data.groups.length && (
        <p className="table-more">
          <button type="button" className="button small" onClick={() => setLimit(limit + PAGE)}>
            {t.more}
          </button>
        </p>
      )}
    </section>
  );
}
