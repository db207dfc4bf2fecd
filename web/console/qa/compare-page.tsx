import type { EvalComparisonBody, EvalRun } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { navigate, useQuery } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { ComparedSuite, hasChanged } from './compared-suite.tsx';
import { api, places } from './paths.ts';
import { QaHead } from './qa-head.tsx';
import { readRun } from './read-run.ts';

function RunChoice(props: { label: string; value: string; runs: EvalRun[]; onChoose: (id: string) => void }) {
  const { t, locale, format } = useSurroundings();
  return (
    <label>
      <span className="quiet small">{props.label}</span>
      <select className="field" value={props.value} onChange={({ target }) => props.onChoose(target.value)}>
        {props.runs.map(readRun).map(({ id, startedAt, engine, passed }) => (
          <option key={id} value={id}>
            {[
              startedAt ? format.moment(startedAt) : id,
              engine && insightName('engines', engine, locale),
              passed ? t.gateOpen : t.gateClosed,
            ]
              .filter(Boolean)
              .join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Two runs beside each other; both stand in the address, so that a comparison can be shared. */
export function ComparePage() {
  const { t, http } = useSurroundings();
  const query = useQuery();
  const [before, after] = [query.get('before') ?? '', query.get('after') ?? ''];
  const runs = useLoad('runs', (signal) => http.json<EvalRun[]>(api.runs, { signal }));
  const { data, problem, reload } = useLoad(`${before} ${after}`, (signal) =>
    http.json<EvalComparisonBody>(api.comparison(before, after), { signal }),
  );
  const go = (older: string, newer: string) => navigate(places.comparison(older, newer), { replace: true });
  const changed = data?.filter(hasChanged);
  return (
    <section className="page">
      <QaHead title={t.compareRuns} text={t.compareText} />
      <div className="run-choices">
        <RunChoice label={t.olderRun} value={before} runs={runs.data ?? []} onChoose={(id) => go(id, after)} />
        <RunChoice label={t.newerRun} value={after} runs={runs.data ?? []} onChoose={(id) => go(before, id)} />
      </div>
      {problem?.status === 404 ? (
        <p className="loading">{t.runGone}</p>
      ) : (
        <ProblemNote problem={problem} onRetry={reload} />
      )}
      {!data && !problem && <Skeleton rows={4} />}
      {changed?.length === 0 && <p className="loading">{t.noDifference}</p>}
      <div className="stack">
        {changed?.map((suite) => (
          <ComparedSuite key={suite.name} suite={suite} />
        ))}
      </div>
    </section>
  );
}
