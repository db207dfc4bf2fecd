import { type Fault, faultsOf } from '../harness/gate.ts';
import type { EvalRun } from '../harness/report.ts';
import { misses } from './figures.ts';
import { escapeMarkup } from './markup.ts';

const MOST = 50;
// XML knows no way to write other control characters.
const xml = (text: string): string =>
  escapeMarkup(text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '�'));

/** For CI: a suite is a test suite, a figure a test that fails with its gate; the misses stand in its output. */
export function junit(run: EvalRun): string {
  const gate = { comparison: run.comparison, allowedDrop: run.allowedDrop };
  const suites = run.suites.map((suite) => {
    const faults = faultsOf(suite, gate);
    const tests = suite.metrics.map(({ name }) => {
      const fault = faults.find(({ metric }) => metric.name === name);
      const failure = fault ? `<failure message="${xml(messageOf(fault))}"/>` : '';
      return `<testcase classname="${xml(suite.name)}" name="${xml(name)}">${failure}</testcase>`;
    });
    const missed = misses(suite)
      .slice(0, MOST)
      .map(({ id, expected, actual }) => `${id} — expected ${expected}, got ${actual}`);
    const output = missed.length > 0 ? `<system-out>${xml(missed.join('\n'))}</system-out>` : '';
    return `<testsuite name="${xml(suite.name)}" tests="${tests.length}" failures="${faults.length}" time="${suite.seconds.toFixed(3)}">${tests.join('')}${output}</testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kefu">${suites.join('')}</testsuites>\n`;
}

const messageOf = ({ metric, delta, reason }: Fault): string =>
  reason === 'fell'
    ? `${metric.name} is ${metric.value}, ${delta?.toFixed(4)} since the baseline`
    : `${metric.name} is ${metric.value}, below ${metric.bar}`;
