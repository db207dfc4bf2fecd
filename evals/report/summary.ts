import { type Confusion, mostConfused } from '../harness/confusion.ts';
import { failureLines, faultsOf } from '../harness/gate.ts';
import type { EvalRun } from '../harness/report.ts';
import { misses, type SuiteReport, shown, shownDelta, shownTime } from './figures.ts';

const MOST_PAIRS = 5;
const MOST_CASES = 10;
const LONGEST = 160;

/** The run in Markdown, short enough for a comment on a pull request. */
export function summary(run: EvalRun): string {
  const passed = run.suites.filter((suite) => suite.passed).length;
  const facts = [
    `${passed} of ${run.suites.length} suites`,
    `engine ${run.engine}`,
    shownTime(run.seconds),
    run.comparison && `compared with ${run.comparison.with}`,
  ];
  const blocks = [
    `### Evals ${run.passed ? '✅ passed' : '❌ failed'}`,
    facts.filter(Boolean).join(' · '),
    failureLines(run)
      .map((line) => `- ${inline(line)}`)
      .join('\n'),
    overview(run),
    changes(run, 'failed', 'newly failing'),
    changes(run, 'passed', 'newly passing'),
    `<details><summary>All figures</summary>\n\n${run.suites.map((suite) => figures(suite, run)).join('\n\n')}\n\n</details>`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function overview(run: EvalRun): string {
  const rows = run.suites.map((suite) => {
    const changed = (now: string) =>
      run.comparison?.cases.filter((one) => one.suite === suite.name && one.now === now).length ?? 0;
    const moved = [
      changed('failed') && `${changed('failed')} newly failing`,
      changed('passed') && `${changed('passed')} newly passing`,
    ];
    const tight = tightest(suite);
    return row([
      `${suite.passed ? '✅' : '❌'} ${suite.name}`,
      String(misses(suite).length),
      tight ? `${tight.name} ${shown(tight.value)} (≥ ${shown(tight.bar)})` : '',
      moved.filter(Boolean).join(', '),
    ]);
  });
  return ['| suite | misses | nearest its bar | changed |', '|---|--:|---|---|', ...rows].join('\n');
}

/** The gated figure with the least room above its bar. */
function tightest({ metrics }: SuiteReport): { name: string; value: number; bar: number } | undefined {
  return metrics
    .flatMap(({ name, value, bar }) => (bar === null ? [] : [{ name, value, bar }]))
    .sort((a, b) => a.value - a.bar - (b.value - b.bar))[0];
}

function changes(run: EvalRun, now: 'failed' | 'passed', words: string): string {
  const all = run.comparison?.cases.filter((one) => one.now === now) ?? [];
  if (all.length === 0) return '';
  const lines = all.slice(0, MOST_CASES).map(({ suite, id, expected, actual }) => {
    const verdict = now === 'failed' ? ` — expected ${expected}, got ${actual}` : '';
    return `- ${inline(`${suite} / ${id}${verdict}`)}`;
  });
  const left = all.length > MOST_CASES ? `\n- … and ${all.length - MOST_CASES} more` : '';
  return `<details><summary>${all.length} ${words}</summary>\n\n${lines.join('\n')}${left}\n\n</details>`;
}

function figures(suite: SuiteReport, { comparison, allowedDrop }: EvalRun): string {
  const faults = faultsOf(suite, { comparison, allowedDrop });
  const rows = suite.metrics.map((metric) => {
    const { name, value, bar, interval } = metric;
    const delta = comparison?.metrics.find((one) => one.suite === suite.name && one.metric === name)?.delta;
    return row([
      `${faults.some((fault) => fault.metric === metric) ? '❌ ' : ''}${name}`,
      shown(value),
      interval ? `${shown(interval[0])} – ${shown(interval[1])}` : '',
      bar === null ? '' : `≥ ${shown(bar)}`,
      delta === undefined ? '' : shownDelta(delta, value),
    ]);
  });
  const table = ['| figure | value | 95 % | bar | Δ |', '|---|--:|---|--:|--:|', ...rows].join('\n');
  return [`**${suite.name}**`, table, ...(suite.confusions ?? []).map(confused)].filter(Boolean).join('\n\n');
}

function confused(confusion: Confusion): string {
  const pairs = mostConfused(confusion)
    .slice(0, MOST_PAIRS)
    .map(({ expected, actual, count, total }) => `${inline(`${expected} as ${actual}`)} ${count}/${total}`);
  return pairs.length === 0 ? '' : `Most confused, ${inline(confusion.name)}: ${pairs.join('; ')}`;
}

const row = (cells: string[]): string => `| ${cells.map(inline).join(' | ')} |`;

/** On one line, and neither markup, nor a mention, nor the end of a cell. */
const inline = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
  return short.replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replaceAll('@', '@\u{200B}');
};
