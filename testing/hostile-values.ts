import { z } from 'zod';
import { pick } from './seeded.ts';

/** Texts that break what does not expect them: nothing, NUL, halves of pairs, too much, other types, other languages' digits. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x'.repeat(20_000),
  '🙂'.repeat(300),
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  '2026-13-45',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(40),
  '١٢٣',
  '__proto__',
  '<script>alert(1)</script>',
];
const OTHERS: readonly unknown[] = [null, true, 0, -1, 1.5, 1e308, 2 ** 31, 2 ** 53, [], [null], [[]], {}, { a: 1 }];

/** As much of JSON Schema as our OpenAPI document uses. */
export interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  format?: string | undefined;
  minimum?: number | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
}
export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    items: schemaSchema.optional(),
  }),
);

const DEEPEST = 6;
const OPTIONAL_SHARE = 0.6;

/** A value that a schema asks for, optional fields by chance. */
export function fittingValue(random: () => number, schema: Schema | undefined, depth = 0): unknown {
  const inside = (part: Schema | undefined) => fittingValue(random, part, depth + 1);
  if (!schema || depth > DEEPEST) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return inside(pick(random, choices));
  switch (Array.isArray(schema.type) ? pick(random, schema.type) : schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).filter(
        ([name]) => schema.required?.includes(name) || random() < OPTIONAL_SHARE,
      );
      return Object.fromEntries(fields.map(([name, field]) => [name, inside(field)]));
    }
    case 'array':
      return Array.from({ length: Math.floor(random() * 3) }, () => inside(schema.items));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return random() < 0.5;
    case 'string':
      if (schema.format === 'uuid') return crypto.randomUUID();
      if (schema.format === 'date-time') return new Date().toISOString();
      return pick(random, ['hello', '你好', 'a\0b', '\ud800', '']);
    default:
      return null;
  }
}

/** The value with parts left out, added and put in the place of others. */
export function hostileValue(random: () => number, value: unknown): unknown {
  if (random() < 0.15) return anyHostile(random);
  if (Array.isArray(value)) return value.map((part) => hostileValue(random, part));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => random() > 0.08);
  const added = random() < 0.1 ? [[pick(random, HOSTILE_TEXTS), anyHostile(random)] as const] : [];
  return Object.fromEntries([...kept.map(([name, part]) => [name, hostileValue(random, part)] as const), ...added]);
}

const anyHostile = (random: () => number): unknown => pick(random, [...HOSTILE_TEXTS, ...OTHERS]);
