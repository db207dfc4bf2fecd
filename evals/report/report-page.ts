import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureLines } from '../harness/gate.ts';
import type { EvalRun } from '../harness/report.ts';
import { confusionView } from './confusion-view.ts';
import { effortOf, effortView, quantile } from './effort.ts';
import { misses, type SuiteReport, shownTime } from './figures.ts';
import type { EarlierRun } from './history.ts';
import { Markup, markup } from './markup.ts';
import { metricRows } from './metric-rows.ts';
import { worstCases } from './worst-cases.ts';

const WEB = join(import.meta.dirname, '../../web');
/** The console's own first, so that a report looks like it. */
const STYLES = [
  ...['design/tokens.css', 'design/base.css', 'trace/trace.css'].map((file) => join(WEB, file)),
  join(import.meta.dirname, 'report.css'),
];
/** They stand here one after another; nothing is fetched. */
const IMPORT = /^@import .*$/gm;

/** A run as one page that needs nothing else: no script, no request, light and dark. */
export async function reportPage(run: EvalRun, earlier: EarlierRun[]): Promise<string> {
  const styles = await Promise.all(STYLES.map((path) => readFile(path, 'utf8')));
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Kefu evals ${run.id}</title><style>${new Markup(styles.join('\n').replaceAll(IMPORT, ''))}</style></head>
<body><header class="top"><p class="brand">Kefu evals</p><h1>${run.passed ? 'The gate is open' : 'The gate is closed'} ${pill(run.passed)}</h1>
<p class="quiet">${[run.startedAt.replace('T', ' ').slice(0, 16), `engine ${run.engine}`, shownTime(run.seconds), run.comparison && `compared with ${run.comparison.with}`].filter(Boolean).join(' · ')}</p>
${tiles(run)}${failures(run)}</header>
<div class="columns"><nav aria-label="Suites"><ul>${run.suites.map(
    (suite) =>
      markup`<li><a href="#${suite.name}"><span class="dot ${suite.passed ? 'good' : 'bad'}" aria-label="${suite.passed ? 'passed' : 'failed'}" role="img"></span>${suite.name}</a></li>`,
  )}</ul></nav>
<main>${run.suites.map((suite) => section(suite, run, earlier))}</main></div>
<footer class="quiet">A bar’s thin line is the 95 % interval, the upright line its gate, the small mark the figure before.</footer></body></html>
`;
  return page.html;
}

const pill = (passed: boolean): Markup =>
  markup`<span class="pill ${passed ? 'good' : 'bad'}">${passed ? 'passed' : 'failed'}</span>`;

function tiles({ suites, comparison }: EvalRun): Markup {
  const changes = (now: 'failed' | 'passed') => comparison?.cases.filter((one) => one.now === now).length;
  const ms = suites.flatMap((suite) => effortOf(suite).ms).sort((a, b) => a - b);
  const tokens = suites.reduce((sum, suite) => sum + effortOf(suite).tokens, 0);
  const all: Array<[name: string, value: string | number | undefined]> = [
    ['suites passed', `${suites.filter(({ passed }) => passed).length} / ${suites.length}`],
    ['verdicts', suites.reduce((sum, { cases }) => sum + cases.length, 0).toLocaleString('en')],
    ['newly failing', changes('failed')],
    ['newly passing', changes('passed')],
    ['median turn', ms.length > 0 ? shownTime(quantile(ms, 0.5) / 1000) : undefined],
    ['p95 turn', ms.length > 0 ? shownTime(quantile(ms, 0.95) / 1000) : undefined],
    ['tokens', tokens > 0 ? tokens.toLocaleString('en') : undefined],
  ];
  return markup`<dl class="tiles">${all.map(([name, value]) => value !== undefined && markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function failures(run: EvalRun): Markup | null {
  const lines = failureLines(run);
  return lines.length === 0 ? null : markup`<ul class="failures">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

function section(suite: SuiteReport, run: EvalRun, earlier: EarlierRun[]): Markup {
  const missed = misses(suite).length;
  // Some suites tell only of what they missed.
  const verdicts = suite.cases.length > missed && `${suite.cases.length.toLocaleString('en')} verdicts`;
  const counts = [verdicts, `${missed.toLocaleString('en')} missed`, shownTime(suite.seconds)]
    .filter(Boolean)
    .join(' · ');
  return markup`<section class="suite" id="${suite.name}"><header><h2>${suite.name}</h2>${pill(suite.passed)}<p class="quiet">${suite.description} · ${counts}</p></header>
${suite.metrics.length > 0 && metricRows(suite, run, earlier)}
${suite.notes.map((note) => markup`<p class="note">${note}</p>`)}
${suite.confusions?.map(confusionView)}
${mended(suite, run)}${effortView(suite)}${worstCases(suite, run)}</section>`;
}

function mended(suite: SuiteReport, { comparison }: EvalRun): Markup | null {
  const ids = comparison?.cases.filter((one) => one.suite === suite.name && one.now === 'passed') ?? [];
  return ids.length === 0
    ? null
    : markup`<details class="fold"><summary><span class="pill good">${ids.length} newly passing</span></summary><ul class="list">${ids.map(({ id }) => markup`<li>${id}</li>`)}</ul></details>`;
}
