import { z } from 'zod';

/** A run of the evals. What a report holds beside its id is the harness's own. */
export const evalRunSchema = z.looseObject({ id: z.string() }).meta({ id: 'EvalRun' });

export const comparedRunsSchema = z.object({ before: z.string().min(1).max(100), after: z.string().min(1).max(100) });

const comparedCaseSchema = z.object({
  id: z.string(),
  expected: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const evalComparisonSchema = z
  .array(
    z.object({
      name: z.string(),
      metrics: z.array(
        z.object({
          name: z.string(),
          before: z.number().nullable(),
          after: z.number().nullable(),
          bar: z.number().nullable(),
        }),
      ),
      newlyFailing: z.array(comparedCaseSchema),
      newlyPassing: z.array(comparedCaseSchema),
      stillFailing: z.number().int(),
    }),
  )
  .meta({ id: 'EvalComparison' });

export const caseQuerySchema = z.object({ suite: z.string().min(1).max(100), case: z.string().min(1).max(2_000) });
export const caseHistorySchema = z
  .array(
    z.object({
      runId: z.string(),
      startedAt: z.string(),
      engine: z.string(),
      passed: z.boolean().nullable().describe('Null: the run does not name it'),
      expected: z.string().nullable(),
      actual: z.string().nullable(),
      ms: z.number().nullable(),
    }),
  )
  .meta({ id: 'EvalCaseHistory' });

export type EvalRun = z.infer<typeof evalRunSchema>;
export type EvalComparisonBody = z.infer<typeof evalComparisonSchema>;
export type CaseHistoryBody = z.infer<typeof caseHistorySchema>;
