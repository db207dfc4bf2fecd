import type { EvalRun } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { api, places } from './paths.ts';
import { QaHead } from './qa-head.tsx';
import { readRun } from './read-run.ts';
import { SuitePanel } from './suite-panel.tsx';

/** One run, suite by suite. */
export function RunPage({ id }: { id: string }) {
  const { t, locale, http, format } = useSurroundings();
  const { data, problem, reload } = useLoad(id, (signal) => http.json<EvalRun>(api.run(id), { signal }));
  const runs = useLoad('runs', (signal) => http.json<EvalRun[]>(api.runs, { signal }));
  const run = data && readRun(data);
  const older = runs.data?.find((other) => other.id < id);
  const title = run?.startedAt ? fill(t.runOf, { time: format.moment(run.startedAt) }) : id;
  return (
    <section className="page">
      <QaHead title={title} text={t.runText}>
        {older && (
          <Link to={places.comparison(older.id, id)} className="button">
            {t.compareWithLast}
          </Link>
        )}
      </QaHead>
      {problem?.status === 404 ? (
        <p className="loading">{t.runGone}</p>
      ) : (
        <ProblemNote problem={problem} onRetry={reload} />
      )}
      {!data && !problem && <Skeleton rows={5} />}
      {run && (
        <p className="run-facts">
          <span className={run.passed ? 'pill good' : 'pill bad'}>{run.passed ? t.gateOpen : t.gateClosed}</span>
          <span className="quiet small">
            {[run.engine && insightName('engines', run.engine, locale), run.id].filter(Boolean).join(' · ')}
          </span>
        </p>
      )}
      <div className="stack">
        {run?.suites
          .toSorted((a, b) => Number(a.passed) - Number(b.passed))
          .map((suite) => (
            <SuitePanel key={suite.name} suite={suite} />
          ))}
      </div>
    </section>
  );
}
