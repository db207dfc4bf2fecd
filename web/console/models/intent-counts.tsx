import type { DatasetBody } from '../../api/types.ts';
import { insightName } from '../i18n/insight-names.ts';
import { useSurroundings } from '../surroundings.ts';

/** How much of a dataset each intent has, those with labels first. */
export function IntentCounts({ counts }: { counts: DatasetBody['counts'] }) {
  const { t, locale } = useSurroundings();
  const rows = Object.entries(counts.intents).sort(([a, x], [b, y]) => y.labels - x.labels || a.localeCompare(b));
  return (
    <div className="table-frame">
      <table className="table counts">
        <thead>
          <tr>
            <th>{t.intentColumn}</th>
            <th className="figure">{t.labelled}</th>
            <th className="figure">{t.heldBack}</th>
            <th className="figure">{t.shippedExamples}</th>
            <th className="figure">{t.zh}</th>
            <th className="figure">{t.en}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([intent, one]) => (
            <tr key={intent}>
              <td>{insightName('intents', intent, locale)}</td>
              <td className="figure">{one.labels || ''}</td>
              <td className="figure">{one.held || ''}</td>
              <td className="figure">{one.shipped}</td>
              <td className="figure">{one.zh}</td>
              <td className="figure">{one.en}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
