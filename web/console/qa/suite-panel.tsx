import { fill } from '../../i18n/dictionary.ts';
import { TraceView } from '../../trace/trace-view.ts';
import { traceWords } from '../../trace/trace-words.ts';
import { suiteDescription, suiteName } from '../i18n/quality/figure-names.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { MetricBar } from './metric-bar.tsx';
import { places } from './paths.ts';
import type { RunCase, RunSuite } from './read-run.ts';
import { Verdict } from './verdict.tsx';
import { writtenTime } from './written.ts';

const MOST = 100;

function MissedCase({ suite, one }: { suite: string; one: RunCase }) {
  const { t, locale } = useSurroundings();
  return (
    <details className="missed">
      <summary>{one.id}</summary>
      <Verdict
        lines={[
          [t.expectedWord, one.expected],
          [t.gotWord, one.actual],
        ]}
      />
      {one.trace !== undefined && <TraceView trace={one.trace} words={traceWords[locale]} />}
      <p className="small">
        <Link to={places.history(suite, one.id)}>{t.caseHistory}</Link>
      </p>
    </details>
  );
}

/** A suite of a run: its figures against their gates, and what it missed. */
export function SuitePanel({ suite }: { suite: RunSuite }) {
  const { t, locale } = useSurroundings();
  const missed = suite.cases.filter(({ passed }) => !passed);
  const facts = [
    suiteDescription(suite.name, suite.description, locale),
    suite.cases.length > missed.length && fill(t.allVerdicts, { n: suite.cases.length }),
    suite.seconds !== null && writtenTime(suite.seconds, t),
  ];
  return (
    <section className="panel suite">
      <header>
        <h2>{suiteName(suite.name, locale)}</h2>
        <span className={suite.passed ? 'pill good' : 'pill bad'}>{suite.passed ? t.passed : t.failedRun}</span>
        <p className="quiet small">{facts.filter(Boolean).join(' · ')}</p>
      </header>
      {suite.metrics.map((metric) => (
        <MetricBar key={metric.name} metric={metric} />
      ))}
      {suite.notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
      {missed.length > 0 && (
        <details className="misses">
          <summary>{fill(t.missesOf, { n: missed.length })}</summary>
          {missed.slice(0, MOST).map((one) => (
            <MissedCase key={one.id} suite={suite.name} one={one} />
          ))}
          {missed.length > MOST && <p className="quiet small">{fill(t.moreMisses, { n: missed.length - MOST })}</p>}
        </details>
      )}
    </section>
  );
}
