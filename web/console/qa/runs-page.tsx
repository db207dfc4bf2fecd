import type { EvalRun } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { suiteName } from '../i18n/quality/figure-names.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { ChangedCounts } from './changed-counts.tsx';
import { api, places } from './paths.ts';
import { type RunSummary, readRun } from './read-run.ts';
import { writtenTime } from './written.ts';

function RunRow({ run }: { run: RunSummary }) {
  const { t, locale, format } = useSurroundings();
  const { id, startedAt, engine, passed, seconds, suites } = run;
  const failed = suites.filter((suite) => !suite.passed);
  return (
    <li className="panel run-row">
      <span className={passed ? 'pill good' : 'pill bad'}>{passed ? t.gateOpen : t.gateClosed}</span>
      <div className="run-name">
        <Link to={places.run(id)} className="strong">
          {startedAt ? format.moment(startedAt) : id}
        </Link>
        <span className="quiet small">
          {[engine && insightName('engines', engine, locale), seconds !== null && writtenTime(seconds, t)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className="run-suites">
        <span
          className="suite-dots"
          role="img"
          aria-label={failed.map(({ name }) => suiteName(name, locale)).join(', ') || t.passed}
        >
          {suites.map((suite) => (
            <span
              key={suite.name}
              className={suite.passed ? 'dot good' : 'dot bad'}
              title={suiteName(suite.name, locale)}
            />
          ))}
        </span>
        <span className="quiet small figure">
          {t.suitesColumn} {fill(t.suitesOf, { passed: suites.length - failed.length, total: suites.length })}
        </span>
      </div>
      <ChangedCounts failing={run.newlyFailing} passing={run.newlyPassing} />
    </li>
  );
}

/** The runs of the evals, newest first. */
export function RunsPage() {
  const { t, http } = useSurroundings();
  const { data, problem, reload } = useLoad('runs', (signal) => http.json<EvalRun[]>(api.runs, { signal }));
  const [newest, second] = data ?? [];
  return (
    <section className="page">
      <PageHead title={t.evals} text={t.evalsText}>
        {newest && second && (
          <Link to={places.comparison(second.id, newest.id)} className="button">
            {t.compareRuns}
          </Link>
        )}
      </PageHead>
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={4} />}
      {data?.length === 0 && <EmptyState icon="chart" title={t.noRuns} text={t.noRunsText} />}
      <ul className="stack">
        {data?.map((run) => (
          <RunRow key={run.id} run={readRun(run)} />
        ))}
      </ul>
    </section>
  );
}
