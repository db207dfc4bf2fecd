import { z } from 'zod';

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** A variable that may be left out; blank counts as left out. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
