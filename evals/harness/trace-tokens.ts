import { z } from 'zod';

const callSchema = z.object({
  step: z.literal('model'),
  data: z.object({ inputTokens: z.number().nullable(), outputTokens: z.number().nullable() }),
});

/** The tokens that a trace's calls to a model took, in and out; undefined when it tells of none. */
export function traceTokens(trace: unknown): number | undefined {
  const calls = z
    .array(z.unknown())
    .catch([])
    .parse(trace)
    .flatMap((step) => callSchema.safeParse(step).data ?? []);
  if (calls.length === 0) return undefined;
  return calls.reduce((sum, { data }) => sum + (data.inputTokens ?? 0) + (data.outputTokens ?? 0), 0);
}
