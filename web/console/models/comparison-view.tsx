import type { ModelBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChangedTexts } from './changed-texts.tsx';
import { IntentChart } from './intent-chart.tsx';
import { tenths } from './tenths.ts';

type Comparison = NonNullable<ModelBody['comparison']>;

function Totals({ accuracy: { current, candidate } }: { accuracy: Comparison['accuracy'] }) {
  const { t } = useSurroundings();
  const rows = [
    { name: t.allTexts, part: 'all' },
    { name: t.heldBack, part: 'held' },
    { name: t.shippedCases, part: 'shipped' },
    { name: t.zh, part: 'zh' },
    { name: t.en, part: 'en' },
  ] as const;
  return (
    <dl className="totals">
      {rows.map(({ name, part }) => {
        const rise = (candidate[part] ?? 0) - (current[part] ?? 0);
        return (
          <div key={part} className={rise < 0 ? 'fell' : rise > 0 ? 'rose' : ''}>
            <dt className="quiet small">{name}</dt>
            <dd className="figure">
              {tenths(current[part])} → <strong>{tenths(candidate[part])}</strong>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const SHOWN = 15;

function Confusions({ confusion }: { confusion: Comparison['confusion'] }) {
  const { t, locale } = useSurroundings();
  const pairs = Object.entries(confusion.candidate)
    .flatMap(([expected, row]) => Object.entries(row).map(([said, times]) => ({ expected, said, times })))
    .sort((a, b) => b.times - a.times || a.expected.localeCompare(b.expected))
    .slice(0, SHOWN);
  if (pairs.length === 0) return null;
  return (
    <details>
      <summary>{t.confusions}</summary>
      <div className="table-frame">
        <table className="table counts">
          <thead>
            <tr>
              <th>{t.expected}</th>
              <th>{t.saidInstead}</th>
              <th className="figure">{t.currentModel}</th>
              <th className="figure">{t.candidate}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ expected, said, times }) => (
              <tr key={`${expected} ${said}`}>
                <td>{insightName('intents', expected, locale)}</td>
                <td>{insightName('intents', said, locale)}</td>
                <td className="figure">{confusion.current[expected]?.[said] ?? 0}</td>
                <td className="figure">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A candidate set against the model at work. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { t } = useSurroundings();
  const { against, count, accuracy, changed, confusion } = comparison;
  return (
    <section className="stack comparison">
      <h3>{fill(t.comparison, { version: against })}</h3>
      <p className="quiet small">{fill(t.comparisonCount, { ...count })}</p>
      <Totals accuracy={accuracy} />
      <IntentChart comparison={comparison} />
      <ChangedTexts changed={changed} />
      <Confusions confusion={confusion} />
    </section>
  );
}
