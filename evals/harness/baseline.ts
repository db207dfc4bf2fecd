import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EvalRun } from './report.ts';

/** The figures that a run is compared with: by suite, by metric; and which cases had failed, where that is known. */
export interface Baseline {
  name: string;
  suites: Record<string, { metrics: Record<string, number>; failed?: string[] | undefined }>;
}

const baselineSchema = z.object({
  suites: z.record(
    z.string(),
    z.object({ metrics: z.record(z.string(), z.number()), failed: z.array(z.string()).optional() }),
  ),
});

/** An earlier run as what to compare with. */
export const baselineOf = (run: Pick<EvalRun, 'id' | 'suites'>): Baseline => ({
  name: run.id,
  suites: Object.fromEntries(
    run.suites.map(({ name, metrics, cases }) => [
      name,
      {
        metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric.value])),
        failed: cases.filter(({ passed }) => !passed).map(({ id }) => id),
      },
    ]),
  ),
});

/** The committed baseline; undefined when there is none. */
export async function readBaseline(path: string): Promise<Baseline | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { name: 'baseline', ...baselineSchema.parse(JSON.parse(text)) };
}

/** Puts the run's suites into the file; suites that were not run stay. Failed cases of long lists are left out. */
export async function writeBaseline(path: string, run: EvalRun): Promise<void> {
  const before = await readBaseline(path);
  const suites = { ...before?.suites, ...baselineOf(run).suites };
  const sorted = Object.fromEntries(Object.entries(suites).sort(([a], [b]) => a.localeCompare(b)));
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
  const kept = Object.fromEntries(
    Object.entries(sorted).map(([name, { metrics, failed }]) => [
      name,
      {
        metrics: Object.fromEntries(Object.entries(metrics).map(([key, value]) => [key, rounded(value)])),
        ...(failed && failed.length <= MOST_FAILED ? { failed: [...failed].sort() } : {}),
      },
    ]),
  );
  await writeFile(path, `${JSON.stringify({ suites: kept }, null, 2)}\n`);
}

const MOST_FAILED = 60;
