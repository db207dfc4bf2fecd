import type { Metric } from '../harness/suite.ts';
import { shown } from './figures.ts';
import type { EarlierRun } from './history.ts';
import { type Markup, markup } from './markup.ts';

const WIDTH = 120;
const HEIGHT = 28;
const MARGIN = 4;

/** A figure over the earlier runs and this one, with its bar as a dashed line; nothing where there was none before. */
export function trend(suite: string, metric: Metric, earlier: EarlierRun[]): Markup | null {
  const before = earlier.flatMap(({ suites }) => suites[suite]?.[metric.name] ?? []);
  const values = [...before, metric.value];
  if (values.length < 2) return null;
  const all = metric.bar === null ? values : [...values, metric.bar];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // What hardly moves is not drawn as if it leapt.
  const span = Math.max(high - low, Math.abs(high) * 0.05, 0.02);
  const floor = (high + low - span) / 2;
  const y = (value: number) => HEIGHT - MARGIN - ((value - floor) / span) * (HEIGHT - 2 * MARGIN);
  const x = (index: number) => MARGIN + (index / (values.length - 1)) * (WIDTH - 2 * MARGIN);
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const words = `Over ${values.length} runs: ${values.map(shown).join(', ')}`;
  return markup`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${words}"><title>${words}</title>${
    metric.bar !== null &&
    markup`<line class="gate" x1="0" x2="${WIDTH}" y1="${y(metric.bar).toFixed(1)}" y2="${y(metric.bar).toFixed(1)}"/>`
  }<polyline points="${points}"/><circle cx="${x(values.length - 1).toFixed(1)}" cy="${y(metric.value).toFixed(1)}" r="3"/></svg>`;
}
