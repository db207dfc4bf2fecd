import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../config/env.ts';
import { type Program, startProgram } from '../testing/program.ts';
import { type EvalRun, evalRun, writeReport } from './harness/report.ts';
import { passes, type SuiteResult } from './harness/suite.ts';
import { SUITES } from './suites.ts';

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true },
    engine: { type: 'string', default: 'local' },
    help: { type: 'boolean', short: 'h' },
  },
});
const names = SUITES.map((suite) => suite.name);

if (values.help) {
  console.log(`npm run evals [-- --suite NAME …] [--engine local|openai]\nSuites: ${names.join(', ')}`);
  process.exit(0);
}
const unknown = (values.suite ?? []).filter((name) => !names.includes(name));
if (unknown.length > 0 || (values.engine !== 'local' && values.engine !== 'openai')) {
  console.error(
    unknown.length > 0
      ? `No suite named ${unknown.join(', ')}. There are: ${names.join(', ')}`
      : `--engine is local or openai, not ${values.engine}`,
  );
  process.exit(2);
}
const engine: 'local' | 'openai' = values.engine;
const settings = readSettings();
if (engine === 'openai' && !settings.model) {
  console.error('--engine openai needs a model: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  process.exit(2);
}

let program: Promise<Program> | undefined;
const withoutModel = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OPENAI_MODEL: '', OPENAI_EMBEDDING_MODEL: '' };
const context = {
  program: () => {
    program ??= startProgram({ env: engine === 'local' ? withoutModel : {} });
    return program;
  },
  datasetsDir: existsSync(settings.datasetsDir) ? settings.datasetsDir : undefined,
  engine,
};

const startedAt = new Date();
const began = performance.now();
const suites: EvalRun['suites'] = [];
try {
  for (const suite of SUITES.filter((one) => values.suite === undefined || values.suite.includes(one.name))) {
    const from = performance.now();
    const result = await suite.run({ ...context, progress: (done, total) => progress(suite.name, done, total) });
    const seconds = (performance.now() - from) / 1000;
    suites.push({ ...result, name: suite.name, description: suite.description, passed: passes(result), seconds });
    print(suite.name, result, seconds);
  }
} finally {
  await (await program?.catch(() => undefined))?.close();
}

const run = evalRun({
  id: startedAt.toISOString().replace(/[:.]/g, '-'),
  startedAt: startedAt.toISOString(),
  engine,
  seconds: (performance.now() - began) / 1000,
  suites,
});
const folder = await writeReport(join(import.meta.dirname, 'reports'), run);
console.log(
  `\n${run.passed ? 'passed' : 'FAILED'} in ${run.seconds.toFixed(1)} s; report: ${join(folder, 'report.html')}`,
);
process.exitCode = run.passed ? 0 : 1;

function progress(name: string, done: number, total: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${name} ${done}/${total}${done === total ? '\n' : ''}`);
}

function print(name: string, result: SuiteResult, seconds: number): void {
  console.log(`\n${name} (${seconds.toFixed(1)} s)`);
  for (const metric of result.metrics) {
    const failed = metric.bar !== null && metric.value < metric.bar;
    const gate = metric.bar === null ? '' : `  bar ${metric.bar.toFixed(3)}${failed ? '  BELOW' : ''}`;
    console.log(`  ${metric.name.padEnd(44)} ${metric.value.toFixed(3)}${gate}`);
  }
  for (const one of result.cases.filter((each) => !each.passed).slice(0, 12)) {
    console.log(`    miss ${one.id} — expected ${one.expected}, got ${one.actual}`);
  }
  for (const note of result.notes) console.log(`  note: ${note}`);
}
