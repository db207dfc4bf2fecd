import { fill } from '../../i18n/dictionary.ts';
import { figureName } from '../i18n/quality/figure-names.ts';
import { useSurroundings } from '../surroundings.ts';
import type { Metric } from './read-run.ts';
import { isShare, written } from './written.ts';

const at = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;

/** A figure against its gate, with its 95 % interval. */
export function MetricBar({ metric }: { metric: Metric }) {
  const { t, locale } = useSurroundings();
  const { value, bar, interval } = metric;
  const name = figureName(metric.name, locale);
  const failed = bar !== null && value < bar;
  const words = [
    written(value),
    interval && fill(t.intervalOf, { low: written(interval[0]), high: written(interval[1]) }),
    bar !== null && fill(t.bar, { value: written(bar) }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={failed ? 'metric failed' : bar === null ? 'metric told' : 'metric'}>
      <span>{name}</span>
      {isShare(value) ? (
        <span className="metric-track" role="img" aria-label={`${name}: ${words}`} title={words}>
          <span className="metric-value" style={{ width: at(value) }} />
          {interval && (
            <span className="metric-interval" style={{ left: at(interval[0]), width: at(interval[1] - interval[0]) }} />
          )}
          {bar !== null && isShare(bar) && <span className="metric-gate" style={{ left: at(bar) }} />}
        </span>
      ) : (
        <span />
      )}
      <strong className="figure">{written(value)}</strong>
      <span className="quiet small figure">{bar === null ? '' : fill(t.bar, { value: written(bar) })}</span>
    </div>
  );
}
