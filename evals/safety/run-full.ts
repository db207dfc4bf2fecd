import { existsSync } from 'node:fs';
import { readSettings } from '../../config/env.ts';
import { below } from '../harness/suite.ts';
import { measureSafety } from './measure.ts';
import { hiddenAttacks, safetyResult } from './suite.ts';

// The release check: two thousand turns with the limits of production, two hundred poisoned documents.
const { datasetsDir } = readSettings();
const attacks = await hiddenAttacks(existsSync(datasetsDir) ? datasetsDir : undefined);
const measured = await measureSafety({
  turns: 2_000,
  documents: 200,
  seed: 11,
  timeoutMs: Number(process.argv[2] ?? 3_500),
  attacks,
  hostile: true,
  progress: () => undefined,
});
const { metrics, cases, notes } = safetyResult(measured, 'hostile');
for (const metric of metrics) console.log(`${metric.value.toFixed(4)} ${metric.name}${below(metric) ? '  BELOW' : ''}`);
for (const one of cases.filter(({ passed }) => !passed).slice(0, 40)) console.log(`  miss ${one.id} — ${one.actual}`);
for (const note of notes) console.log(note);
process.exitCode = metrics.some(below) ? 1 : 0;
