import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from './baseline.ts';
import { type Comparison, compareRuns } from './compare.ts';
import { faultsOf } from './gate.ts';
import type { SuiteResult } from './suite.ts';

/** One run of some suites, as report.json holds it. Times are ISO 8601, `seconds` wall-clock. */
export interface EvalRun {
  id: string;
  startedAt: string;
  engine: string;
  passed: boolean;
  seconds: number;
  suites: Array<SuiteResult & { name: string; description: string; passed: boolean; seconds: number }>;
  /** Against the baseline or an earlier run. */
  comparison?: Comparison;
  /** How far a share with a bar might fall against it. */
  allowedDrop?: number;
}

/** A suite that was run, before the gate says whether it passed. */
export type MeasuredSuite = SuiteResult & { name: string; description: string; seconds: number };

/** Judges what was measured: by the bars, and by what the gate compares with. */
export function evalRun(
  run: Omit<EvalRun, 'passed' | 'comparison' | 'allowedDrop' | 'suites'> & { suites: MeasuredSuite[] },
  before?: { baseline: Baseline | undefined; allowedDrop: number | undefined },
): EvalRun {
  const comparison = before?.baseline && compareRuns(run, before.baseline);
  const gate = { comparison, allowedDrop: before?.allowedDrop };
  const suites = run.suites.map((suite) => ({ ...suite, passed: faultsOf(suite, gate).length === 0 }));
  return {
    ...run,
    suites,
    passed: suites.every(({ passed }) => passed),
    ...(comparison ? { comparison } : {}),
    ...(gate.allowedDrop === undefined ? {} : { allowedDrop: gate.allowedDrop }),
  };
}

/** Writes report.json, report.html and junit.xml into a folder named after the run. */
export async function writeReport(folder: string, run: EvalRun): Promise<string> {
  const target = join(folder, run.id);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'report.json'), `${JSON.stringify(run, null, 2)}\n`);
  await writeFile(join(target, 'report.html'), html(run));
  await writeFile(join(target, 'junit.xml'), junit(run));
  return target;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const isShare = (value: number): boolean => value >= 0 && value <= 1;

function bar(metric: SuiteResult['metrics'][number]): string {
  const shown = isShare(metric.value) ? percent(metric.value) : metric.value.toFixed(2);
  const failed = metric.bar !== null && metric.value < metric.bar;
  const width = isShare(metric.value) ? metric.value * 300 : 0;
  const gate =
    metric.bar !== null && isShare(metric.bar)
      ? `<line x1="${metric.bar * 300}" x2="${metric.bar * 300}" y1="0" y2="16" class="gate"/>`
      : '';
  return `<tr class="${failed ? 'failed' : ''}"><th>${escapeXml(metric.name)}</th><td><svg width="302" height="16" role="img" aria-label="${shown}"><rect width="300" height="16" class="track"/><rect width="${width}" height="16" class="value"/>${gate}</svg></td><td>${shown}</td><td>${metric.bar === null ? '' : `≥ ${isShare(metric.bar) ? percent(metric.bar) : metric.bar}`}</td></tr>`;
}

function html(run: EvalRun): string {
  const suites = run.suites.map((suite) => {
    const misses = suite.cases.filter((one) => !one.passed);
    const rows = misses
      .map(
        (one) =>
          `<tr><td>${escapeXml(one.id)}</td><td>${escapeXml(one.expected)}</td><td>${escapeXml(one.actual)}</td></tr>`,
      )
      .join('');
    const table =
      misses.length === 0
        ? '<p>No misses.</p>'
        : `<table class="cases"><thead><tr><th>Case</th><th>Expected</th><th>Actual</th></tr></thead><tbody>${rows}</tbody></table>`;
    return `<section><h2>${escapeXml(suite.name)} <small class="${suite.passed ? 'pass' : 'fail'}">${suite.passed ? 'passed' : 'failed'}</small></h2>
<p>${escapeXml(suite.description)} · ${suite.cases.length} cases · ${suite.seconds.toFixed(1)} s</p>
<table class="metrics">${suite.metrics.map(bar).join('')}</table>
${suite.notes.map((note) => `<p class="note">${escapeXml(note)}</p>`).join('')}
<details${suite.passed ? '' : ' open'}><summary>${misses.length} misses</summary>${table}</details></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kefu evals ${escapeXml(run.id)}</title>
<style>
:root{color-scheme:light dark;--line:#8884;--good:#2f8f5b;--bad:#c2413b}
body{font:15px/1.5 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.3rem .8rem .3rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:500}.cases{font-size:.9rem}.track{fill:#8883}.value{fill:var(--good)}.failed .value{fill:var(--bad)}.gate{stroke:currentColor;stroke-width:2}
small{padding:.1rem .5rem;border-radius:1rem;color:#fff;font-size:.75rem;vertical-align:middle}.pass{background:var(--good)}.fail{background:var(--bad)}.note{opacity:.7}
details{margin:.6rem 0}summary{cursor:pointer}
</style>
<h1>Kefu evals</h1><p>${escapeXml(run.startedAt)} · engine ${escapeXml(run.engine)} · ${run.seconds.toFixed(1)} s · <small class="${run.passed ? 'pass' : 'fail'}">${run.passed ? 'passed' : 'failed'}</small></p>
${suites.join('\n')}</html>
`;
}

function junit(run: EvalRun): string {
  const suites = run.suites.map((suite) => {
    const gates = suite.metrics.map((metric) => {
      const failed = metric.bar !== null && metric.value < metric.bar;
      const failure = failed
        ? `<failure message="${escapeXml(`${metric.name} is ${metric.value}, below ${metric.bar}`)}"/>`
        : '';
      return `<testcase classname="${escapeXml(suite.name)}" name="${escapeXml(metric.name)}">${failure}</testcase>`;
    });
    const failures = suite.metrics.filter((metric) => metric.bar !== null && metric.value < metric.bar).length;
    return `<testsuite name="${escapeXml(suite.name)}" tests="${gates.length}" failures="${failures}" time="${suite.seconds.toFixed(3)}">${gates.join('')}</testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kefu">${suites.join('')}</testsuites>\n`;
}
