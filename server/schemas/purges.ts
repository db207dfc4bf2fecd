import { z } from 'zod';
import { instantSchema } from './fields.ts';

const count = z.number().int().optional();

export const purgeSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(['full', 'light'])
      .describe('full: stored replies lose quotes of what was deleted; light: ran by itself after deletions'),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    step: z.string().nullable().describe('rows, files, replies, vectors or the table being rewritten'),
    removed: z.object({ documents: count, passages: count, vectors: count, files: count, replies: count }),
    incomplete: z.array(z.string()).describe('What the database role has no right to: left to the operator'),
    error: z.string().nullable(),
    requestedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Purge' });

export type PurgeBody = z.infer<typeof purgeSchema>;
