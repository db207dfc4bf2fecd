import { useSurroundings } from '../surroundings.ts';
import type { FigureKey } from './figure.tsx';

/** Counts as bars, the largest first; each leads to its conversations. */
export function Ranking(props: {
  title: string;
  text?: string;
  metric: string;
  counts: ReadonlyArray<{ key: string; n: number; name?: string }>;
  onOpen: (figure: FigureKey) => void;
}) {
  const { locale } = useSurroundings();
  const { counts, metric } = props;
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ n }) => n));
  const number = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <section className="panel ranking">
      <h2>{props.title}</h2>
      {props.text && <p className="quiet small">{props.text}</p>}
      <ul>
        {counts.slice(0, 12).map(({ key, n, name = key }) => (
          <li key={key}>
            <button type="button" onClick={() => props.onOpen({ metric, key, name: `${props.title}: ${name}` })}>
              <span className="ranking-name">{name}</span>
              <span className="ranking-n">{number.format(n)}</span>
              <svg className="ranking-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="4" className="track" />
                <rect width={(n / most) * 100} height="4" className="value" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
