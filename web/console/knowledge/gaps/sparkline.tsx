import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';

const WIDTH = 8;
const STEP = 11;
const HEIGHT = 30;

/** How often something was asked, a bar a week. */
export function Sparkline({ weeks }: { weeks: Array<{ start: string; count: number }> }) {
  const { t } = useSurroundings();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT}`}
      width={weeks.length * STEP}
      height={HEIGHT}
      role="img"
      aria-label={fill(t.gapTrend, { counts: weeks.map(({ count }) => count).join(', ') })}
    >
      {weeks.map(({ start, count }, index) => {
        const height = count === 0 ? 2 : Math.max(4, (count / most) * HEIGHT);
        return (
          <rect
            key={start}
            className={count === 0 ? 'none' : undefined}
            x={index * STEP}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            rx={2}
          />
        );
      })}
    </svg>
  );
}
