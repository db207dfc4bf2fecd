import { z } from 'zod';
import type { EvalRunFile } from './run-files.ts';

const metricSchema = z.object({
  name: z.string(),
  value: z.number(),
  bar: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).optional(),
});
const caseSchema = z.object({
  id: z.string(),
  passed: z.boolean(),
  expected: z.string(),
  actual: z.string(),
  ms: z.number().optional(),
});
const reportSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  engine: z.string(),
  suites: z.array(z.object({ name: z.string(), metrics: z.array(metricSchema), cases: z.array(caseSchema) })),
});

export type EvalReport = z.infer<typeof reportSchema>;
export type EvalCase = z.infer<typeof caseSchema>;

/** What comparisons need of a run's report; undefined for one of another shape. */
export const readReport = (run: EvalRunFile | undefined): EvalReport | undefined => reportSchema.safeParse(run).data;
