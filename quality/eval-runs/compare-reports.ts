import type { EvalCase, EvalReport } from './report-shape.ts';

/** A figure in both runs; null where it was not measured. */
export interface ComparedMetric {
  name: string;
  before: number | null;
  after: number | null;
  bar: number | null;
}

export interface ComparedCase {
  id: string;
  expected: string;
  before: string | null;
  after: string | null;
}

export interface ComparedSuite {
  name: string;
  metrics: ComparedMetric[];
  newlyFailing: ComparedCase[];
  newlyPassing: ComparedCase[];
  stillFailing: number;
}

/**
 * What changed between two runs, suite by suite. Some suites report only what they missed: a case that one run does
 * not name passed there, when the suite was run.
 */
export function compareReports(before: EvalReport, after: EvalReport): ComparedSuite[] {
  const names = [...new Set([...before.suites, ...after.suites].map(({ name }) => name))].sort();
  return names.map((name) => {
    const [old, now] = [before, after].map(({ suites }) => suites.find((suite) => suite.name === name));
    const metrics = [...new Set([...(old?.metrics ?? []), ...(now?.metrics ?? [])].map((metric) => metric.name))];
    const [failedThen, failedNow] = [failures(old?.cases), failures(now?.cases)];
    const [then, nowById] = [byId(old?.cases), byId(now?.cases)];
    const compared = ({ id, expected }: EvalCase): ComparedCase => ({
      id,
      expected,
      before: then.get(id)?.actual ?? null,
      after: nowById.get(id)?.actual ?? null,
    });
    const both = old !== undefined && now !== undefined;
    return {
      name,
      metrics: metrics.map((metric) => {
        const [was, is] = [old, now].map((suite) => suite?.metrics.find((one) => one.name === metric));
        return { name: metric, before: was?.value ?? null, after: is?.value ?? null, bar: (is ?? was)?.bar ?? null };
      }),
      newlyFailing: both ? failedNow.filter(({ id }) => !isFailed(then.get(id))).map(compared) : [],
      newlyPassing: both ? failedThen.filter(({ id }) => !isFailed(nowById.get(id))).map(compared) : [],
      stillFailing: both ? failedNow.filter(({ id }) => isFailed(then.get(id))).length : 0,
    };
  });
}

const failures = (cases: EvalCase[] = []) => cases.filter(isFailed);
const isFailed = (one: EvalCase | undefined) => one?.passed === false;
const byId = (cases: EvalCase[] = []) => new Map(cases.map((one) => [one.id, one]));
