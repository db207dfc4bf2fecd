import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EvalRun } from './report.ts';

/** The figures that a run is compared with: by suite, by metric; and the keys of the cases that had failed, where they are known. */
export interface Baseline {
  name: string;
  suites: Record<string, { metrics: Record<string, number>; failed?: ReadonlySet<string> | undefined }>;
}

const baselineSchema = z.object({
  suites: z.record(
    z.string(),
    z.object({
      metrics: z.record(z.string(), z.number()),
      failed: z
        .string()
        .transform((keys) => new Set(keys.split(' ').filter(Boolean)))
        .optional(),
    }),
  ),
});

/** Names a case without its text: ids hold sentences, of public sets too, which do not belong into a repository. */
export const caseKey = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

/** An earlier run as what to compare with. */
export const baselineOf = (run: Pick<EvalRun, 'id' | 'suites'>): Baseline => ({
  name: run.id,
  suites: Object.fromEntries(
    run.suites.map(({ name, metrics, cases }) => [
      name,
      {
        metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric.value])),
        failed: new Set(cases.filter(({ passed }) => !passed).map(({ id }) => caseKey(id))),
      },
    ]),
  ),
});

/** The committed baseline; undefined when there is none. */
export async function readBaseline(path: string): Promise<Baseline | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { name: 'baseline', ...baselineSchema.parse(JSON.parse(text)) };
}

/** Puts the run's suites into the file; suites that were not run, or had nothing to measure, stay. */
export async function writeBaseline(path: string, run: EvalRun): Promise<void> {
  const before = await readBaseline(path);
  const measured = { ...run, suites: run.suites.filter(({ metrics }) => metrics.length > 0) };
  const suites = { ...before?.suites, ...baselineOf(measured).suites };
  const kept = Object.entries(suites)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { metrics, failed }]) => [
      name,
      {
        metrics: Object.fromEntries(Object.entries(metrics).map(([key, value]) => [key, rounded(value)])),
        ...(failed ? { failed: [...failed].sort().join(' ') } : {}),
      },
    ]);
  await writeFile(path, `${JSON.stringify({ suites: Object.fromEntries(kept) }, null, 2)}\n`);
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
