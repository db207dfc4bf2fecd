import { useState } from 'react';
import type { ConflictBody, ConflictReportBody } from '../../../api/types.ts';
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
import { ConflictCard } from './conflict-card.tsx';
import './conflicts.css';

type View = 'contradiction' | 'duplicate' | 'dismissed';
const POLL_MS = 1_500;

/** Passages that contradict or repeat each other; asked again while a comparison is under way. */
export default function ConflictsPage() {
  const { t, http, format } = useSurroundings();
  const [view, setView] = useState<View>('contradiction');
  const { data, problem, reload, setData } = useLoad(`conflicts ${view}`, (signal) => {
    const wanted: Record<string, string> = view === 'dismissed' ? { dismissed: 'true' } : { kind: view };
    return http.json<ConflictReportBody>(`${paths.conflicts}?${new URLSearchParams({ limit: '200', ...wanted })}`, {
      signal,
    });
  });
  const { problem: fault, run } = useAction();
  const checking = data?.state === 'checking';
  const comparing = data?.checkedAt ? fill(t.checkingAgain, { n: data.passages }) : t.checking;
  usePolling(checking, POLL_MS, reload);

  async function settle(conflict: ConflictBody, how: 'dismiss' | 'restore') {
    setData((report) => report && { ...report, items: report.items.filter(({ id }) => id !== conflict.id) });
    await run(() => http.json(`${paths.conflict(conflict.id)}/${how}`, { method: 'POST' }));
    reload();
  }
  const count = (value: View) => (value === view ? data?.total : undefined);
  return (
    <section className="page">
      <PageHead title={t.conflicts} text={t.conflictsText} />
      <div className="spread">
        <Segments
          label={t.columnStatus}
          value={view}
          onChange={setView}
          options={[
            { value: 'contradiction', words: t.contradictions, count: count('contradiction') },
            { value: 'duplicate', words: t.duplicates, count: count('duplicate') },
            { value: 'dismissed', words: t.dismissedOnes, count: count('dismissed') },
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
      {(checking ? data.items.length === 0 : !data && !problem) && <Skeleton rows={3} />}
      {data?.items.length === 0 &&
        !checking &&
        (view === 'contradiction' ? (
          <EmptyState icon="check" title={t.noConflicts} text={t.noConflictsText} />
        ) : (
          <p className="loading">{t.noneHere}</p>
        ))}
      <ul className="stack">
        {data?.items.map((conflict) => (
          <ConflictCard
            key={conflict.id}
            conflict={conflict}
            onDismiss={() => void settle(conflict, 'dismiss')}
            onRestore={() => void settle(conflict, 'restore')}
          />
        ))}
      </ul>
    </section>
  );
}
