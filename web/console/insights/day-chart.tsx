import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSurroundings } from '../surroundings.ts';

export interface DaySeries {
  name: string;
  /** A custom property of the palette, such as `--k-accent`. */
  colour: string;
  /** One a day, in the days' order. */
  values: number[];
}

const HEIGHT = 220;

/** Lines over days, drawn with uPlot; the same as a table for those who read it. */
export function DayChart(props: { title: string; text?: string; days: string[]; series: DaySeries[] }) {
  const { t, locale } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const { days, series, title } = props;
  useEffect(() => {
    const { current } = box;
    if (!current || table) return;
    const style = getComputedStyle(current);
    const ink = (name: string) => probe(current, name);
    const axis = { stroke: ink('--k-muted'), grid: { stroke: ink('--k-line'), width: 1 }, ticks: { show: false } };
    const day = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const font = `12px ${style.fontFamily}`;
    const chart = new uPlot(
      {
        width: current.clientWidth,
        height: HEIGHT,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
        scales: { y: { range: (_chart, _min, max) => [0, Math.max(4, max * 1.1)] } },
        axes: [
          {
            ...axis,
            font,
            size: 30,
            space: 76,
            values: (_chart, splits) => splits.map((at) => day.format(at * 1_000)),
          },
          { ...axis, font, size: 46 },
        ],
        series: [
          { value: (_chart, at) => (at === null ? '' : day.format(at * 1_000)), label: t.day },
          ...series.map(({ name, colour }) => ({
            label: name,
            stroke: ink(colour),
            fill: `color-mix(in srgb, ${ink(colour)} 10%, transparent)`,
            width: 2,
            points: { show: days.length < 32 },
          })),
        ],
      },
      [days.map((one) => Date.parse(`${one}T00:00:00Z`) / 1_000), ...series.map(({ values }) => values)],
      current,
    );
    // Without a pointer in the chart its legend tells the last day.
    const tellLast = () => chart.cursor.idx == null && chart.setLegend({ idx: days.length - 1 });
    chart.hooks.setCursor = [tellLast];
    tellLast();
    const resize = new ResizeObserver(() => chart.setSize({ width: current.clientWidth, height: HEIGHT }));
    resize.observe(current);
    return () => {
      resize.disconnect();
      chart.destroy();
    };
  }, [days, series, locale, t, table]);
  return (
    <section className="panel day-chart">
      <div className="chart-head">
        <div>
          <h2>{title}</h2>
          {props.text && <p className="quiet small">{props.text}</p>}
        </div>
        <button type="button" className="plain" aria-pressed={table} onClick={() => setTable(!table)}>
          {t.table}
        </button>
      </div>
      {table ? (
        <section className="chart-table" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th>{t.day}</th>
                {series.map(({ name }) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((one, place) => (
                <tr key={one}>
                  <th>{one}</th>
                  {series.map(({ name, values }) => (
                    <td key={name}>{values[place]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <div ref={box} className="chart" role="img" aria-label={title} />
      )}
    </section>
  );
}

/** A palette colour as a canvas can use it: light-dark() resolved by the browser. */
function probe(within: Element, property: string): string {
  const span = document.createElement('span');
  span.style.color = `var(${property})`;
  within.append(span);
  const { color } = getComputedStyle(span);
  span.remove();
  return color;
}
