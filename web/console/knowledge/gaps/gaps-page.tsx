import { useState } from 'react';
import type { GapBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { paths } from '../paths.ts';
import { GapCard } from './gap-card.tsx';
import './gaps.css';

/** Questions without a good answer, each one step away from an FAQ. */
export default function GapsPage() {
  const { t, http } = useSurroundings();
  const [status, setStatus] = useState<GapBody['status']>('open');
  const { data, problem, reload, setData } = useLoad(`gaps ${status}`, (signal) =>
    http.json<GapBody[]>(`${paths.gaps}?${new URLSearchParams({ status })}`, { signal }),
  );
  const { problem: fault, run } = useAction();

  async function settle(gap: GapBody, how: 'dismiss' | 'restore') {
    setData((list) => list?.filter(({ id }) => id !== gap.id));
    await run(() => http.json(`${paths.gap(gap.id)}/${how}`, { method: 'POST' }));
    reload();
  }
  return (
    <section className="page">
      <PageHead title={t.gaps} text={t.gapsText} />
      <Segments
        label={t.columnStatus}
        value={status}
        onChange={setStatus}
        options={[
          { value: 'open', words: t.gapStatusOpen },
          { value: 'answered', words: t.gapStatusAnswered },
          { value: 'dismissed', words: t.gapStatusDismissed },
        ]}
      />
      <ProblemNote problem={fault ?? problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={4} />}
      {data?.length === 0 &&
        (status === 'open' ? (
          <EmptyState icon="check" title={t.noGaps} text={t.noGapsText} />
        ) : (
          <p className="loading">{t.noGapsOther}</p>
        ))}
      <ul className="stack">
        {data?.map((gap) => (
          <GapCard
            key={gap.id}
            gap={gap}
            onDismiss={() => void settle(gap, 'dismiss')}
            onRestore={() => void settle(gap, 'restore')}
          />
        ))}
      </ul>
    </section>
  );
}
