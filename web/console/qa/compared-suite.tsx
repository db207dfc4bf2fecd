import type { EvalComparisonBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { figureName, suiteName } from '../i18n/quality/figure-names.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ChangedCounts } from './changed-counts.tsx';
import { places } from './paths.ts';
import { Verdict } from './verdict.tsx';
import { isShare, written, writtenDelta } from './written.ts';

type Suite = EvalComparisonBody[number];
const MOST = 100;

const deltaOf = ({ before, after }: Suite['metrics'][number]) =>
  before === null || after === null ? null : writtenDelta(before, after);

/** Whether a comparison has anything to say of a suite; times always differ a little. */
export const hasChanged = (suite: Suite): boolean =>
  suite.newlyFailing.length > 0 ||
  suite.newlyPassing.length > 0 ||
  suite.metrics.some((metric) => metric.after !== null && isShare(metric.after) && deltaOf(metric) !== null);

function ChangedCases(props: { suite: string; cases: Suite['newlyFailing']; kind: 'bad' | 'good' }) {
  const { t } = useSurroundings();
  const { suite, cases, kind } = props;
  if (cases.length === 0) return null;
  const words = kind === 'bad' ? t.newlyFailing : t.newlyPassing;
  return (
    <details className="misses" open={kind === 'bad'}>
      <summary>{fill(words, { n: cases.length })}</summary>
      <ul className="changed-cases">
        {cases.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <Link to={places.history(suite, one.id)}>{one.id}</Link>
            <Verdict
              small
              lines={[
                [t.expectedWord, one.expected],
                [t.beforeColumn, one.before],
                [t.afterColumn, one.after],
              ]}
            />
          </li>
        ))}
      </ul>
      {cases.length > MOST && <p className="quiet small">{fill(t.moreMisses, { n: cases.length - MOST })}</p>}
    </details>
  );
}

/** A suite in two runs: figures that moved, cases that began to fail or to pass. */
export function ComparedSuite({ suite }: { suite: Suite }) {
  const { t, locale } = useSurroundings();
  const moved = suite.metrics.filter((metric) => deltaOf(metric) !== null);
  return (
    <section className="panel suite">
      <header>
        <h2>{suiteName(suite.name, locale)}</h2>
        <ChangedCounts failing={suite.newlyFailing.length} passing={suite.newlyPassing.length} />
        {suite.stillFailing > 0 && (
          <span className="quiet small">{fill(t.stillFailing, { n: suite.stillFailing })}</span>
        )}
      </header>
      {moved.length > 0 && (
        <table className="table compared">
          <thead>
            <tr>
              <th>{t.figureColumn}</th>
              <th className="figure">{t.beforeColumn}</th>
              <th className="figure">{t.afterColumn}</th>
              <th className="figure">±</th>
            </tr>
          </thead>
          <tbody>
            {moved.map((metric) => {
              const { name, before, after, bar } = metric;
              const delta = deltaOf(metric);
              const direction =
                after === null || !isShare(after) ? 'delta' : delta?.startsWith('+') ? 'delta up' : 'delta down';
              return (
                <tr key={name}>
                  <td>
                    {figureName(name, locale)}
                    {bar !== null && <span className="quiet small"> {fill(t.bar, { value: written(bar) })}</span>}
                  </td>
                  <td className="figure quiet">{before === null ? '' : written(before)}</td>
                  <td className="figure">{after === null ? '' : written(after)}</td>
                  <td className="figure">
                    <span className={direction}>{delta}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <ChangedCases suite={suite.name} cases={suite.newlyFailing} kind="bad" />
      <ChangedCases suite={suite.name} cases={suite.newlyPassing} kind="good" />
    </section>
  );
}
