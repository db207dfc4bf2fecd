import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EvalRun } from './schemas/operations.ts';

const RUN_ID = /^[\w.-]{1,100}$/;
const reportSchema = z.record(z.string(), z.unknown());

/** Runs of the evals, as `npm run evals` left them in `<folder>/<run>/report.json`. */
export interface EvalRuns {
  /** Newest first, without the single cases. */
  list(): Promise<EvalRun[]>;
  find(id: string): Promise<EvalRun | undefined>;
}

export function createEvalRuns(folder: string): EvalRuns {
  const find = async (id: string): Promise<EvalRun | undefined> => {
    if (!RUN_ID.test(id) || id.startsWith('.')) return undefined;
    try {
      const report = reportSchema.parse(JSON.parse(await readFile(join(folder, id, 'report.json'), 'utf8')));
      return { ...report, id };
    } catch {
      // No report, or half of one: a run that was broken off.
      return undefined;
    }
  };
  return {
    find,
    async list() {
      const names = await readdir(folder).catch(() => []);
      const runs = await Promise.all(names.sort().reverse().map(find));
      return runs.filter((run) => run !== undefined).map((run) => withoutCases(run) as EvalRun);
    },
  };
}

/** Leaves out, at any depth, the lists called `cases`: a run's list of thousands is for its own page. */
function withoutCases(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCases);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'cases');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutCases(part)]));
}
