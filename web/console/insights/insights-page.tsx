import { useMemo, useState } from 'react';
import type { InsightsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { usePolling } from '../use-polling.ts';
import { BehindDialog } from './behind-dialog.tsx';
import type { FigureKey } from './figure.tsx';
import './insights.css';
import { Report } from './report.tsx';
import { lastDays } from './span.ts';

const SPANS = ['7', '30', '90', '365'] as const;
const POLL_MS = 5_000;

/** How well customers are served; each number leads to its conversations. */
export default function InsightsPage() {
  const { t, http, locale } = useSurroundings();
  const [days, setDays] = useState<(typeof SPANS)[number]>('30');
  const span = useMemo(() => lastDays(Number(days)), [days]);
  const query = new URLSearchParams({ ...span, locale });
  const { data, problem, reload } = useLoad(query.toString(), (signal) =>
    http.json<InsightsBody>(`/api/insights?${query}`, { signal }),
  );
  const [open, setOpen] = useState<FigureKey | null>(null);
  const { problem: fault, run } = useAction();
  usePolling((data?.pendingDays ?? 0) > 0, POLL_MS, reload);
  return (
    <section className="page">
      <PageHead title={t.insights} text={t.insightsText}>
        <div className="head-actions">
          <Segments
            label={t.span}
            value={days}
            options={SPANS.map((value) => ({ value, words: fill(t.lastDays, { n: value }) }))}
            onChange={setDays}
          />
          <button
            type="button"
            className="button"
            onClick={() => void run(() => saveFile(http, `/api/insights/export?${query}`, `insights-${span.from}.csv`))}
          >
            <Icon name="download" />
            {t.exportCsv}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={6} />}
      {data && data.pendingDays > 0 && <p className="note">{fill(t.pending, { n: data.pendingDays })}</p>}
      {data && data.turns.all === 0 && <EmptyState icon="chart" title={t.noInsights} text={t.noInsightsText} />}
      {data && data.turns.all > 0 && <Report data={data} onOpen={setOpen} />}
      {open && <BehindDialog figure={open} {...span} onClose={() => setOpen(null)} />}
    </section>
  );
}
