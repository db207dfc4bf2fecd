import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EvalRun } from '../harness/report.ts';

/** An earlier run: its figures, by suite and metric. */
export interface EarlierRun {
  id: string;
  startedAt: string;
  suites: Record<string, Record<string, number>>;
}

const figuresSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  engine: z.string(),
  suites: z.array(z.object({ name: z.string(), metrics: z.array(z.object({ name: z.string(), value: z.number() })) })),
});

const MOST = 20;

/** Runs of the same engine before this one, oldest first, the last twenty. What can't be read is left out. */
export async function readHistory(folder: string, run: Pick<EvalRun, 'id' | 'engine'>): Promise<EarlierRun[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name < run.id).sort();
  const earlier: EarlierRun[] = [];
  for (const name of names.reverse()) {
    if (earlier.length === MOST) break;
    const text = await readFile(join(folder, name, 'summary.json'), 'utf8').catch(() => undefined);
    const figures = text === undefined ? undefined : figuresSchema.safeParse(JSON.parse(text)).data;
    if (figures?.engine !== run.engine) continue;
    const suites = figures.suites.map((suite): [string, Record<string, number>] => [
      suite.name,
      Object.fromEntries(suite.metrics.map((metric) => [metric.name, metric.value])),
    ]);
    earlier.unshift({ id: figures.id, startedAt: figures.startedAt, suites: Object.fromEntries(suites) });
  }
  return earlier;
}
