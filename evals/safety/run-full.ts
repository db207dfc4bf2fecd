import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../../config/env.ts';
import { codeHash } from '../harness/code-hash.ts';
import { below } from '../harness/suite.ts';
import { fullCounts, joinParts } from './full-counts.ts';
import { measureSafety, type SafetyMeasured } from './measure.ts';
import { hiddenAttacks, safetyResult } from './suite.ts';

// The release check: two thousand turns with the limits of production, two hundred poisoned documents, half of the
// parts with the instructions left in. Parts that are done are kept: called again, it goes on with the next one.
// `--part N` runs one alone.
const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: '10' },
    part: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    'model-timeout': { type: 'string', default: '3500' },
  },
});
const of = Number(values.parts);
const until = performance.now() + Number(values.minutes) * 60_000;
const folder = join(import.meta.dirname, '../reports/safety-full', codeHash(join(import.meta.dirname, '../..')));
await mkdir(folder, { recursive: true });
const { datasetsDir } = readSettings();
const attacks = await hiddenAttacks(existsSync(datasetsDir) ? datasetsDir : undefined);

const parts: { unfiltered: boolean; measured: SafetyMeasured }[] = [];
let longest = 0;
for (let index = 0; index < of; index++) {
  if (values.part !== undefined && index !== Number(values.part) - 1) continue;
  const path = join(folder, `${index}-of-${of}.json`);
  const unfiltered = index % 2 === 0;
  const kept = existsSync(path);
  if (!kept && performance.now() + longest > until) continue;
  if (!kept) {
    const began = performance.now();
    const size = { turns: 2_000, documents: 200, seed: 11, timeoutMs: Number(values['model-timeout']) };
    const how = { attacks, hostile: true, unfiltered, part: { index, of }, progress: () => undefined };
    await writeFile(path, JSON.stringify(await measureSafety({ ...size, ...how })));
    longest = Math.max(longest, performance.now() - began);
    console.log(`part ${index + 1} of ${of}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
  parts.push({ unfiltered, measured: JSON.parse(await readFile(path, 'utf8')) as SafetyMeasured });
}

let failed = false;
for (const unfiltered of [true, false]) {
  const mine = parts.filter((part) => part.unfiltered === unfiltered).map(({ measured }) => measured);
  if (mine.length === 0) continue;
  const name = unfiltered ? 'instructions left in' : 'as in production';
  const joined = joinParts(mine);
  const { metrics, cases, notes } = safetyResult(joined, name, { unfiltered });
  for (const [what, count] of fullCounts(joined)) console.log(`${String(count).padStart(6)} ${name}: ${what}`);
  for (const one of cases.filter(({ passed }) => !passed).slice(0, 20)) console.log(`  miss ${one.id} — ${one.actual}`);
  for (const note of notes) console.log(note);
  failed ||= metrics.some(below);
}
const wanted = values.part === undefined ? of : 1;
if (parts.length < wanted) console.log(`${parts.length} of ${wanted} parts done: call it again to go on.`);
process.exitCode = failed ? 1 : parts.length < wanted ? 3 : 0;
