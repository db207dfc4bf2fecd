import { useState } from 'react';
import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { percent } from '../ui/percent.ts';
import { Segments } from '../ui/segments.tsx';

type Comparison = NonNullable<ModelBody['comparison']>;
type Row = [string, Comparison['intents'][string]];
type Score = Row[1]['current'];

const rise = ([, { current, candidate }]: Row) => candidate.f1 - current.f1;

/** F1 of every intent, now and with the candidate; what falls comes first. */
export function IntentChart({ comparison }: { comparison: Comparison }) {
  const { t, locale } = useSurroundings();
  const [view, setView] = useState<'changed' | 'all'>('changed');
  const all = Object.entries(comparison.intents).sort((a, b) => rise(a) - rise(b) || a[0].localeCompare(b[0]));
  const changed = all.filter((row) => rise(row) !== 0);
  const told = ({ precision, recall }: Score) =>
    fill(t.precisionRecall, { precision: percent(precision), recall: percent(recall) });
  return (
    <section className="stack">
      <div className="spread">
        <h3>{t.perIntent}</h3>
        <Segments
          label={t.perIntent}
          value={view}
          options={[
            { value: 'changed', words: t.onlyChanged, count: changed.length },
            { value: 'all', words: t.all, count: all.length },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'changed' && changed.length === 0 && <p className="quiet small">{t.noVerdictChanges}</p>}
      <ul className="intent-chart">
        {(view === 'all' ? all : changed).map((row) => {
          const [id, { count, current, candidate }] = row;
          return (
            <li key={id} className={rise(row) < 0 ? 'fell' : rise(row) > 0 ? 'rose' : ''}>
              <span className="chart-name">
                {insightName('intents', id, locale)}{' '}
                <span className="quiet small figure">{fill(t.ofTexts, { n: count })}</span>
              </span>
              <span className="chart-bars">
                <span className="bar now" style={{ inlineSize: percent(current.f1) }} title={told(current)} />
                <span className="bar next" style={{ inlineSize: percent(candidate.f1) }} title={told(candidate)} />
              </span>
              <span className="figure small chart-figures" title={told(candidate)}>
                {percent(current.f1)} → <strong>{percent(candidate.f1)}</strong>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="legend quiet small">
        <span className="bar now" /> {t.currentModel} <span className="bar next" /> {t.candidate}
      </p>
    </section>
  );
}
