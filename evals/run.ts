import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readSettings } from '../config/env.ts';
import { readCases } from '../quality/cases/read-cases.ts';
import { type Baseline, baselineOf, readBaseline, writeBaseline } from './harness/baseline.ts';
import { codeHash } from './harness/code-hash.ts';
import { failureLines } from './harness/gate.ts';
import { inParallel } from './harness/in-parallel.ts';
import { progressLine, suiteLines } from './harness/print-run.ts';
import { type EvalRun, evalRun } from './harness/report.ts';
import { allowedDrop, type RunOptions, readRunOptions, USAGE } from './harness/run-options.ts';
import type { SuiteResult } from './harness/suite.ts';
import { runSuiteInProcess } from './harness/suite-process.ts';
import { writeReport } from './report/write-report.ts';
import { SUITES } from './suites.ts';

const REPORTS = join(import.meta.dirname, 'reports');
const BASELINE = join(import.meta.dirname, 'baseline.json');
const names = SUITES.map(({ name }) => name);

const options = readOptions();
if (options.mutate) {
  const { mutate } = await import('./mutation/mutate.ts');
  process.exit(await mutate());
}
const chosen = SUITES.filter(({ name }) => options.suite === undefined || options.suite.includes(name));
const startedAt = new Date();
const runId = options.resume === undefined ? startedAt.toISOString().replace(/[:.]/g, '-') : await runToResume();
const folder = join(REPORTS, runId);
const parts = join(folder, 'parts');
await mkdir(parts, { recursive: true });
const before = { baseline: await comparedWith(), allowedDrop: allowedDrop(options) };
const code = codeHash(join(import.meta.dirname, '..'));

const began = performance.now();
const running = new Map<string, { done: number; total: number }>();
const ended = await inParallel(chosen, options.jobs, async (suite) => {
  const from = performance.now();
  const kept = await finishedBefore(suite.name);
  const result = kept ?? { ...(await runSuite(suite.name)), seconds: (performance.now() - from) / 1000 };
  if (!kept) await writeFile(partOf(suite.name), JSON.stringify(result));
  showProgress('');
  const named = { name: suite.name, description: suite.description, ...result };
  const part = { id: runId, startedAt: '', engine: '', seconds: 0, suites: [named] };
  const lines = suiteLines(suite.name, result, result.seconds, evalRun(part, before).comparison);
  console.log(lines.join('\n'));
  return named;
});

const run = evalRun(
  {
    id: runId,
    startedAt: startedAt.toISOString(),
    engine: options.url ? `${options.engine} at ${options.url}` : options.engine,
    seconds: (performance.now() - began) / 1000,
    suites: ended,
  },
  before,
);
await writeReport(REPORTS, run);
if (options['update-baseline']) await writeBaseline(BASELINE, run);
console.log(
  `\n${run.passed ? 'passed' : 'FAILED'} in ${run.seconds.toFixed(1)} s; report: ${join(folder, 'report.html')}`,
);
for (const line of failureLines(run)) console.log(line);
process.exitCode = run.passed ? 0 : 1;

function readOptions(): RunOptions {
  try {
    const read = readRunOptions(process.argv.slice(2));
    if (read.help) {
      console.log(`${USAGE}\nSuites: ${names.join(', ')}`);
      process.exit(0);
    }
    const unknown = (read.suite ?? []).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`No suite named ${unknown.join(', ')}. There are: ${names.join(', ')}`);
    if (read.engine === 'openai' && !read.url && !readSettings().model)
      throw new Error('--engine openai needs a model: set OPENAI_API_KEY or OPENAI_BASE_URL.');
    // A file that does not fit is said at once, not by a suite that broke off.
    if (read.cases) readCases(readFileSync(read.cases, 'utf8'), read.cases);
    return read;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function runSuite(name: string): Promise<SuiteResult> {
  const { engine, url, served, token } = options;
  const cache = options.cache ? [join(import.meta.dirname, '.cache', `${name}.jsonl`)] : [];
  const casesFile = options.cases && resolve(options.cases);
  const staffToken = options['staff-token'];
  const order = { suite: name, engine, url, served, tokens: token, staffToken, code, casesFile };
  return runSuiteInProcess({ ...order, answerFiles: [join(parts, `${name}.jsonl`), ...cache] }, (done, total) => {
    if (done === total) running.delete(name);
    else running.set(name, { done, total });
    showProgress(progressLine(running));
  });
}

function partOf(name: string): string {
  return join(parts, `${name}.json`);
}

async function finishedBefore(name: string): Promise<(SuiteResult & { seconds: number }) | undefined> {
  if (options.resume === undefined || !existsSync(partOf(name))) return undefined;
  return JSON.parse(await readFile(partOf(name), 'utf8'));
}

/** The run that --resume names, else the latest that has no report. */
async function runToResume(): Promise<string> {
  const runs = (await readdir(REPORTS).catch(() => [])).sort().reverse();
  const stopped = runs.find((id) => !existsSync(join(REPORTS, id, 'report.json')));
  const id = options.resume === true ? stopped : options.resume;
  if (id && runs.includes(id)) return id;
  console.error(id ? `No run ${id} in ${REPORTS}.` : 'No run was stopped: nothing to resume.');
  process.exit(2);
}

async function comparedWith(): Promise<Baseline | undefined> {
  if (options.compare === undefined) return readBaseline(BASELINE);
  const text = await readFile(join(REPORTS, options.compare, 'report.json'), 'utf8').catch(() => undefined);
  if (text !== undefined) return baselineOf(JSON.parse(text) as EvalRun);
  console.error(`No run ${options.compare} in ${REPORTS}.`);
  process.exit(2);
}

function showProgress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line.slice(0, process.stdout.columns - 1)}`);
}
