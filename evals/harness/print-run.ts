import { type Comparison, signed } from './compare.ts';
import { below, type SuiteResult } from './suite.ts';

const MOST_MISSES = 12;

/** A suite's figures with interval, bar and delta, its first misses and its notes. */
export function suiteLines(name: string, result: SuiteResult, seconds: number, comparison?: Comparison): string[] {
  const lines = [`\n${name} (${seconds.toFixed(1)} s)`];
  for (const metric of result.metrics) {
    const delta = comparison?.metrics.find((one) => one.suite === name && one.metric === metric.name)?.delta;
    const interval = metric.interval ? `[${metric.interval.map((end) => end.toFixed(3)).join(', ')}]` : '';
    const gate = metric.bar === null ? '' : `bar ${metric.bar.toFixed(3)}${below(metric) ? '  BELOW' : ''}`;
    const cells = [
      metric.name.padEnd(44),
      metric.value.toFixed(3).padStart(8),
      interval.padEnd(14),
      (delta === undefined ? '' : signed(delta)).padStart(7),
      gate,
    ];
    lines.push(`  ${cells.join('  ')}`.trimEnd());
  }
  for (const one of result.cases.filter(({ passed }) => !passed).slice(0, MOST_MISSES))
    lines.push(`    miss ${one.id} — expected ${one.expected}, got ${one.actual}`);
  for (const note of result.notes) lines.push(`  note: ${note}`);
  return lines;
}

const WIDTH = 24;

/** "dialogue ███░░ 120/300 · intent …": one line for all suites that run. */
export const progressLine = (running: Map<string, { done: number; total: number }>): string =>
  [...running]
    .map(([name, { done, total }]) => {
      const full = total === 0 ? 0 : Math.round((done / total) * WIDTH);
      return `${name} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`;
    })
    .join('  ');
