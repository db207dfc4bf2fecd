import type { EvalRun } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useLoad } from '../use-load.ts';
import { type Metric, readRun } from './read-run.ts';
import './qa.css';

const isShare = (value: number) => value >= 0 && value <= 1;
const written = (value: number) => (isShare(value) ? `${(value * 100).toFixed(1)}%` : value.toFixed(2));

function MetricBar({ metric }: { metric: Metric }) {
  const { t } = useSurroundings();
  const { name, value, bar } = metric;
  const failed = bar !== null && value < bar;
  return (
    <div className={failed ? 'metric failed' : 'metric'}>
      <span>{name}</span>
      {isShare(value) ? <meter min={0} max={1} low={bar ?? 0} value={value} aria-label={name} /> : <span />}
      <strong className="figure">{written(value)}</strong>
      <span className="quiet small">{bar === null ? '' : fill(t.bar, { value: written(bar) })}</span>
    </div>
  );
}

function RunCard({ run }: { run: EvalRun }) {
  const { t, format } = useSurroundings();
  const { startedAt, engine, passed, suites } = readRun(run);
  return (
    <li className="panel run">
      <header>
        <h2>{startedAt ? format.moment(startedAt) : run.id}</h2>
        <span className="quiet small">
          {[engine && `${t.engineColumn} ${engine}`, run.id].filter(Boolean).join(' · ')}
        </span>
        <span className={passed ? 'pill good' : 'pill bad'}>{passed ? t.passed : t.failedRun}</span>
      </header>
      {suites.map((suite) => (
        <section key={suite.name}>
          <h3>{suite.name}</h3>
          {suite.metrics.map((metric) => (
            <MetricBar key={metric.name} metric={metric} />
          ))}
        </section>
      ))}
    </li>
  );
}

/** The runs of the evals, newest first. */
export default function RunsPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('runs', (signal) => http.json<EvalRun[]>('/api/evals/runs', { signal }));
  return (
    <section className="page">
      <PageHead title={t.evals} text={t.evalsText} />
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <p className="loading">{t.loading}</p>}
      {data?.length === 0 && <EmptyState icon="chart" title={t.noRuns} text={t.noRunsText} />}
      <ul className="stack">
        {data?.map((run) => (
          <RunCard key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}
