import type { Comparison } from '../harness/compare.ts';
import { faultsOf } from '../harness/gate.ts';
import type { EvalRun } from '../harness/report.ts';
import type { Metric } from '../harness/suite.ts';
import { isShare, type SuiteReport, shown, shownDelta } from './figures.ts';
import type { EarlierRun } from './history.ts';
import { type Markup, markup } from './markup.ts';
import { trend } from './trend.ts';

const at = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

/** A suite's figures: a bar with its 95 % interval, the gate and the figure before, the trend. */
export function metricRows(suite: SuiteReport, run: EvalRun, earlier: EarlierRun[]): Markup {
  const faults = new Set(
    faultsOf(suite, { comparison: run.comparison, allowedDrop: run.allowedDrop }).map(({ metric }) => metric.name),
  );
  const trends = suite.metrics.map((metric) => trend(suite.name, metric, earlier));
  const rows = suite.metrics.map(
    (metric, index) => markup`<tr class="${faults.has(metric.name) ? 'failed' : metric.bar === null ? 'told' : ''}">
<th scope="row">${metric.name}</th>
<td class="bar-cell">${isShare(metric.value) && bar(metric, run.comparison, suite.name)}</td>
<td class="figure"><strong>${shown(metric.value)}</strong></td>
<td class="figure quiet">${metric.bar === null ? 'no bar' : `≥ ${shown(metric.bar)}`}</td>
<td class="figure">${deltaOf(metric, suite.name, run.comparison)}</td>
${trends.some(Boolean) && markup`<td class="trend-cell">${trends[index]}</td>`}</tr>`,
  );
  return markup`<table class="metrics"><thead class="hidden"><tr><th>Figure</th><td>Bar</td><td>Value</td><td>Gate</td><td>Difference</td>${trends.some(Boolean) && markup`<td>Trend</td>`}</tr></thead><tbody>${rows}</tbody></table>`;
}

function bar(metric: Metric, comparison: Comparison | undefined, suite: string): Markup {
  const { value, bar: gate, interval } = metric;
  const before = comparison?.metrics.find((one) => one.suite === suite && one.metric === metric.name)?.before;
  const words = [
    shown(value),
    interval && `95 % interval ${shown(interval[0])} to ${shown(interval[1])}`,
    metric.n !== undefined && `of ${metric.n} cases`,
    gate !== null && `bar ${shown(gate)}`,
    before !== undefined && `before ${shown(before)}`,
  ].filter(Boolean);
  return markup`<div class="bar" role="img" aria-label="${words.join(', ')}" title="${words.join(', ')}"><span class="value" style="width:${at(value)}"></span>${
    interval &&
    markup`<span class="interval" style="left:${at(interval[0])};width:${at(interval[1] - interval[0])}"></span>`
  }${before !== undefined && isShare(before) && markup`<span class="before" style="left:${at(before)}"></span>`}${
    gate !== null && markup`<span class="gate" style="left:${at(gate)}"></span>`
  }</div>`;
}

function deltaOf(metric: Metric, suite: string, comparison: Comparison | undefined): Markup | string {
  const delta = comparison?.metrics.find((one) => one.suite === suite && one.metric === metric.name)?.delta;
  if (delta === undefined) return '';
  const text = shownDelta(delta, metric.value);
  const kind = text === '±0' || !isShare(metric.value) ? 'same' : delta > 0 ? 'up' : 'down';
  return markup`<span class="delta ${kind}">${text}</span>`;
}
