import { z } from 'zod';
import { caseInputSchema } from '../../quality/cases/case-schema.ts';
import { idSchema } from './fields.ts';

export const evalCaseInputSchema = caseInputSchema.meta({ id: 'EvalCaseChange' });
export const evalCaseDraftSchema = z.object(caseInputSchema.shape).meta({ id: 'EvalCaseDraft' });
export const newEvalCaseSchema = z
  .strictObject({ ...caseInputSchema.shape, conversationId: idSchema.nullable().default(null) })
  .meta({ id: 'NewEvalCase' });
export const storedEvalCaseSchema = z
  .object({
    ...caseInputSchema.shape,
    id: z.string(),
    conversationId: z.string().nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'EvalCase' });
export const draftQuerySchema = z.object({ conversation: idSchema });

export const turnTraceSchema = z
  .object({
    turnId: z.string(),
    conversationId: z.string(),
    at: z.string(),
    text: z.string(),
    reply: z.string().nullable(),
    language: z.string().nullable(),
    route: z.string().nullable(),
    intent: z.string().nullable(),
    engine: z.string().nullable(),
    degraded: z.boolean(),
    status: z.string(),
    errorCode: z.string().nullable(),
    firstTokenMs: z.number().nullable(),
    totalMs: z.number().nullable(),
    trace: z.array(z.unknown()).describe('Steps in order, with the texts of passages that are still there'),
  })
  .meta({ id: 'TurnTrace' });

export type EvalCaseInputBody = z.infer<typeof evalCaseInputSchema>;
export type StoredEvalCaseBody = z.infer<typeof storedEvalCaseSchema>;
export type TurnTraceBody = z.infer<typeof turnTraceSchema>;
