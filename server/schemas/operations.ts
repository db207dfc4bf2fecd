import { z } from 'zod';

export const aliveSchema = z.object({ status: z.literal('ok') });

export const readinessSchema = z
  .object({
    status: z.enum(['ready', 'unavailable']),
    dependencies: z.record(
      z.string(),
      z.object({
        state: z
          .enum(['up', 'building', 'repairing', 'down'])
          .describe('building: it answers with a part. repairing: it answers, and is being completed'),
        required: z.boolean(),
        ms: z.number(),
        message: z.string().optional(),
        chunks: z.number().int().optional().describe('Passages that the index finds'),
        of: z.number().int().optional().describe('Passages that it will find when it is built'),
        missing: z.number().int().optional().describe('Passages of PostgreSQL that it has not yet'),
        surplus: z.number().int().optional().describe('What it has and PostgreSQL no longer'),
        processes: z.number().int().optional().describe('Workers that run'),
        model: z.string().nullish().describe('The embedding model whose vectors are searched'),
        building: z
          .object({ model: z.string(), beside: z.boolean(), done: z.number().int(), total: z.number().int() })
          .nullish()
          .describe('Vectors being made, beside those that answer or in their place'),
      }),
    ),
  })
  .meta({ id: 'Readiness' });

export type Readiness = z.infer<typeof readinessSchema>;
