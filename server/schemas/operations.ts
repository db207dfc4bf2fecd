import { z } from 'zod';

export const aliveSchema = z.object({ status: z.literal('ok') });

export const readinessSchema = z
  .object({
    status: z.enum(['ready', 'unavailable']),
    dependencies: z.record(
      z.string(),
      z.object({
        state: z.enum(['up', 'down']),
        required: z.boolean(),
        ms: z.number(),
        message: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Readiness' });

/** A run of the evals. What a report holds beside its id is the harness's own. */
export const evalRunSchema = z.looseObject({ id: z.string() }).meta({ id: 'EvalRun' });

export type Readiness = z.infer<typeof readinessSchema>;
export type EvalRun = z.infer<typeof evalRunSchema>;
