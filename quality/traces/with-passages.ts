import { z } from 'zod';

const hitSchema = z.looseObject({ id: z.string() });
const stepSchema = z.looseObject({ data: z.looseObject({ hits: z.array(hitSchema) }) });

/** The passages that a turn's trace names. */
export const passagesIn = (trace: unknown): string[] => [
  ...new Set(stepsOf(trace).flatMap((step) => stepSchema.safeParse(step).data?.data.hits.map(({ id }) => id) ?? [])),
];

/** The trace with its passages' texts, which a trace never keeps: what is removed from the knowledge is removed there too. */
export const withPassages = (trace: unknown, textOf: (id: string) => string | undefined): unknown[] =>
  stepsOf(trace).map((step) => {
    const found = stepSchema.safeParse(step).data;
    if (!found) return step;
    const hits = found.data.hits.map((hit) => ({ ...hit, text: textOf(hit.id) ?? null }));
    return { ...found, data: { ...found.data, hits } };
  });

const stepsOf = (trace: unknown): unknown[] => (Array.isArray(trace) ? trace : []);
