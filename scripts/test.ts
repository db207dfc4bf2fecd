import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium, findRedis } from '../testing/optional-servers.ts';

/** `npm test`: lint, types, unit tests, tests on real servers; the last line counts them all. */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

const run = (program: string, args: string[]): SpawnSyncReturns<Buffer> =>
  spawnSync(join(bin, program), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

/** Says what begins, and how many seconds it took. */
function timed(name: string, part: () => Count): Count {
  console.log(`\n— ${name}`);
  const began = performance.now();
  const count = part();
  console.log(`— ${name}: ${Math.round((performance.now() - began) / 1_000)} s`);
  return count;
}

function check(program: string, args: string[]): Count {
  const ok = run(program, args).status === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/**
 * Runs the projects of vitest whose name fits. A file that can't be loaded has no failed test, but fails the run.
 * Both the report and the exit code must be good: a hook in the process may change the one.
 */
function tests(project: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-test-report-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = run('vitest', args);
    const counted = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    return {
      passed: counted.numPassedTests,
      failed: status === 0 && counted.success ? 0 : Math.max(1, counted.numFailedTests),
      skipped: counted.numPendingTests + counted.numTodoTests,
    };
  } catch (error) {
    console.error(`The ${project} tests did not finish: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const missing = [
  (await findRedis()) ? undefined : 'what needs Redis (none answers at REDIS_URL or 127.0.0.1:6379)',
  findChromium() ? undefined : 'what needs Chromium (not at CHROMIUM_PATH or /usr/bin/chromium)',
].filter((line) => line !== undefined);

const counts = [
  timed('lint', () => check('biome', ['check', '.'])),
  timed('types', () => check('tsc', ['--noEmit'])),
  timed('unit tests', () => tests('unit')),
  timed('integration tests', () => tests('integration*')),
];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);

if (missing.length > 0) console.log(`\nNot run: ${missing.join('; ')}.`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
