import type { CaseHistoryBody } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { suiteName } from '../i18n/quality/figure-names.ts';
import { Link, useQuery } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLoad } from '../use-load.ts';
import { api, places } from './paths.ts';
import { QaHead } from './qa-head.tsx';
import { Verdict } from './verdict.tsx';

/** A case through the runs. */
export function CasePage() {
  const { t, locale, http, format } = useSurroundings();
  const query = useQuery();
  const [suite, id] = [query.get('suite') ?? '', query.get('case') ?? ''];
  const { data, problem, reload } = useLoad(`${suite} ${id}`, (signal) =>
    http.json<CaseHistoryBody>(api.history(suite, id), { signal }),
  );
  return (
    <section className="page">
      <QaHead title={t.caseHistory} text={t.caseText} />
      <p className="case-id">
        <span className="pill">{suiteName(suite, locale)}</span> {id}
      </p>
      <ProblemNote problem={problem} onRetry={reload} />
      {!data && !problem && <Skeleton rows={4} />}
      <ol className="history">
        {data?.map((one) => (
          <li key={one.runId} className={one.passed === null ? 'unnamed' : one.passed ? 'good' : 'bad'}>
            <p>
              <Link to={places.run(one.runId)}>{format.moment(one.startedAt)}</Link>
              <span className="quiet small">{insightName('engines', one.engine, locale)}</span>
              {one.passed !== null && (
                <span className={one.passed ? 'pill good' : 'pill bad'}>{one.passed ? t.passed : t.failedCase}</span>
              )}
            </p>
            {one.passed === null ? (
              <p className="quiet small">{t.notNamed}</p>
            ) : (
              <Verdict
                small
                lines={[
                  [t.expectedWord, one.expected],
                  [t.gotWord, one.actual],
                ]}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
