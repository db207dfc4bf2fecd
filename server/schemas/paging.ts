import { z } from 'zod';
import { lineSchema } from './fields.ts';

/** Most entries of a list in one answer; the header `x-total-count` tells how many there are. */
const MOST = 1_000;

const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** `?limit=&offset=` of a list. */
export const pageQuerySchema = z.object({
  limit: count(MOST).min(1).default(MOST).describe('The header x-total-count tells how many there are in all'),
  offset: count(10_000_000).default(0),
});

/** The same with `?q=`, a text to look for. */
export const listQuerySchema = pageQuerySchema.extend({ q: lineSchema(200).optional() });

/** `?flag=true` and `?flag=false`. */
export const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');
