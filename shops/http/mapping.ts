import { z } from 'zod';

/**
 * How a value of ours is found in an answer: a JSON pointer, a constant, a list with its rows' fields, a word looked
 * up in a table, or an object of these.
 */
export type Mapping =
  | string
  | { value: string | number | boolean | null }
  | { at: string; each: Mapping }
  | { at: string; by: Record<string, string>; otherwise?: string | undefined }
  | { [field: string]: Mapping };

export const pointerSchema = z
  .string()
  .regex(/^(\/[^/]*)*$/, 'a JSON pointer, such as /data/orders, or an empty text for the whole');

export const mappingSchema: z.ZodType<Mapping> = z.lazy(() =>
  z.union(
    [
      pointerSchema,
      z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
      z.strictObject({ at: pointerSchema, each: mappingSchema }),
      z.strictObject({ at: pointerSchema, by: z.record(z.string(), z.string()), otherwise: z.string().optional() }),
      z.record(z.string(), mappingSchema),
    ],
    { error: 'a JSON pointer, {"value": …}, {"at", "each"}, {"at", "by"} or an object of these' },
  ),
);

/** What a JSON pointer (RFC 6901) leads to; undefined when nothing is there. */
export function pointTo(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The value of ours that an answer holds, in the shape of the mapping; the shop's schemas check it afterwards. */
export function mapped(value: unknown, mapping: Mapping): unknown {
  if (typeof mapping === 'string') return pointTo(value, mapping);
  if ('value' in mapping && !isMapping(mapping.value)) return mapping.value;
  if ('at' in mapping && typeof mapping.at === 'string') {
    const found = pointTo(value, mapping.at);
    if ('each' in mapping) {
      const { each } = mapping as { each: Mapping };
      return Array.isArray(found) ? found.map((row) => mapped(row, each)) : found;
    }
    if ('by' in mapping) {
      const { by, otherwise } = mapping as { by: Record<string, string>; otherwise?: string };
      const key = String(found);
      return Object.hasOwn(by, key) ? by[key] : (otherwise ?? found);
    }
  }
  return Object.fromEntries(
    Object.entries(mapping as Record<string, Mapping>).map(([field, part]) => [field, mapped(value, part)]),
  );
}

const isMapping = (value: unknown): boolean => typeof value === 'object' && value !== null;
