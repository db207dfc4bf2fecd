import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchResult } from './bench.ts';
import { BENCHES } from './benches.ts';
import { table } from './print.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    scale: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
const scale = Number(values.scale);
const names = BENCHES.map(({ name }) => name);
const unknown = (values.only ?? []).filter((name) => !names.includes(name));

if (values.help) {
  console.log('npm run bench [-- --only NAME …] [--scale FACTOR]\n');
  for (const { name, description } of BENCHES) console.log(`  ${name.padEnd(20)} ${description}`);
  process.exit(0);
}
if (unknown.length > 0 || !(scale > 0)) {
  console.error(
    unknown.length > 0 ? `No bench named ${unknown.join(', ')}. There are: ${names.join(', ')}` : '--scale is above 0',
  );
  process.exit(2);
}

/** A process for each: its memory is its own, and what one leaves behind slows no other. */
const runApart = (name: string) =>
  new Promise<BenchResult>((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'run-one.ts'), [name, String(scale)], { execArgv: ['--expose-gc'] });
    let result: BenchResult | undefined;
    child.once('message', (message) => {
      result = message as BenchResult;
    });
    child.once('exit', (code, signal) =>
      result ? resolve(result) : reject(new Error(`it ended with ${signal ?? code}`)),
    );
  });

const startedAt = new Date().toISOString();
const benches: Array<BenchResult & { name: string; description: string; seconds: number; failed?: string }> = [];
for (const { name, description } of BENCHES.filter(({ name }) => values.only?.includes(name) ?? true)) {
  console.log(`\n${name}: ${description}`);
  const began = performance.now();
  const result = await runApart(name).catch((error: Error) => ({ rows: [], notes: [], failed: error.message }));
  const seconds = (performance.now() - began) / 1000;
  benches.push({ name, description, ...result, seconds });
  console.log('failed' in result ? `  FAILED: ${result.failed}` : table(result));
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
};
const folder = join(import.meta.dirname, '..', 'reports', `bench-${startedAt.replace(/[:.]/g, '-')}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'bench.json'), `${JSON.stringify({ startedAt, machine, scale, benches }, null, 2)}\n`);
console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${join(folder, 'bench.json')}`);
process.exitCode = benches.some(({ failed }) => failed !== undefined) ? 1 : 0;
