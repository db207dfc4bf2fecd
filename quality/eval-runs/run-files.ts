import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const RUN_ID = /^[\w.-]{1,100}$/;
const reportSchema = z.record(z.string(), z.unknown());

/** A run of the evals; what it holds beside its id is the harness's own. */
export type EvalRunFile = Record<string, unknown> & { id: string };

/** Runs of the evals, as `npm run evals` left them in `<folder>/<run>/`. */
export interface EvalRunFiles {
  /** Newest first, without the single cases. */
  list(): Promise<EvalRunFile[]>;
  /** Ids, newest first: a run's name begins with its time. */
  ids(): Promise<string[]>;
  find(id: string): Promise<EvalRunFile | undefined>;
}

export function createEvalRunFiles(folder: string): EvalRunFiles {
  const read = async (id: string, file: string): Promise<EvalRunFile | undefined> => {
    if (!RUN_ID.test(id) || id.startsWith('.')) return undefined;
    try {
      return { ...reportSchema.parse(JSON.parse(await readFile(join(folder, id, file), 'utf8'))), id };
    } catch {
      // No report, or half of one: a run that was broken off.
      return undefined;
    }
  };
  const ids = async () => (await readdir(folder).catch(() => [])).sort().reverse();
  return {
    ids,
    find: (id) => read(id, 'report.json'),
    async list() {
      // Runs of older versions have no summary.
      const summaryOf = async (id: string) =>
        (await read(id, 'summary.json')) ?? withoutCases(await read(id, 'report.json'));
      const runs = await Promise.all((await ids()).map(summaryOf));
      return runs.filter((run) => run !== undefined);
    },
  };
}

function withoutCases(run: EvalRunFile | undefined): EvalRunFile | undefined {
  if (!run) return undefined;
  const { comparison: _, suites, ...rest } = run;
  const listed = z.array(reportSchema).catch([]).parse(suites);
  return { ...rest, suites: listed.map(({ cases, confusion, confusions, ...suite }) => suite) };
}
