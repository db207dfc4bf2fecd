import { z } from 'zod';

/** Every error of /api (RFC 9457). `code` is stable; the texts may change. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:kefu:problem:<code>'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('Stable name of the problem, for programs'),
    requestId: z.string().describe('Names the request in the service’s log'),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    details: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });

/** Every error of /v1, in OpenAI's shape. */
export const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string(),
    }),
  })
  .meta({ id: 'OpenAiError' });
