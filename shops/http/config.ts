import { z } from 'zod';
import { environmentValue } from '../../config/env.ts';
import { doesNotFit, parseDescription, readDescription } from '../read-description.ts';
import { mappingSchema, pointerSchema } from './mapping.ts';

/** `/customers/{customerId}/orders`: what stands in braces is filled in, percent-encoded. */
const path = z.string().regex(/^\/[^\s]*$/, 'a path that begins with /');
const pathWith = (...names: string[]) =>
  path.refine(
    (value) => [...value.matchAll(/\{(\w+)\}/g)].every(([, name]) => names.includes(name ?? '')),
    `may hold only ${names.map((name) => `{${name}}`).join(', ') || 'no braces'}`,
  );

const pagingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('page'),
    parameter: z.string().default('page'),
    first: z.number().int().min(0).default(1),
    sizeParameter: z.string().optional(),
    size: z.number().int().min(1).max(1_000).default(100),
  }),
  z.strictObject({ kind: z.literal('cursor'), parameter: z.string().default('cursor'), next: pointerSchema }),
]);
export type Paging = z.output<typeof pagingSchema>;

/** A value in braces is an argument: `{orderId}`, `{args.reason}`; anything else stands as it is. */
const bodySchema = z.record(z.string(), z.unknown());

const writeSchema = z.strictObject({
  method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  path: pathWith('orderId', 'customerId'),
  body: bodySchema.optional(),
  /** What the order, read back and mapped, must then show. */
  expect: z.record(z.string(), z.unknown()).optional(),
});

/** A whole list that is taken over again and again. */
const followedSchema = z.strictObject({
  path: pathWith(),
  rows: pointerSchema.default(''),
  paging: pagingSchema.optional(),
  map: mappingSchema,
  everyMinutes: z.number().min(1).max(1_440).default(15),
});
export type FollowedList = z.output<typeof followedSchema>;

const configSchema = z
  .strictObject({
    baseUrl: z.url({ protocol: /^https?$/, error: 'a URL that begins with https:// (or http://)' }),
    auth: z
      .strictObject({
        header: z.string().default('authorization'),
        /** Name of the environment's value, never the value. */
        env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable'),
        prefix: z.string().default('Bearer '),
      })
      .optional(),
    allowPrivateNetwork: z.boolean().default(false),
    timeoutMs: z.number().int().min(100).max(3_000).default(2_500),
    totalMs: z.number().int().min(200).max(4_500).default(4_000),
    maxBytes: z.number().int().min(1_000).max(50_000_000).default(2_000_000),
    concurrency: z.number().int().min(1).max(100).default(8),
    orders: z.strictObject({
      list: pathWith('customerId'),
      one: pathWith('orderId', 'customerId').optional(),
      rows: pointerSchema.default(''),
      paging: pagingSchema.optional(),
      /** Fields of orders.json. */
      map: mappingSchema,
    }),
    customer: z.strictObject({ path: pathWith('customerId'), map: mappingSchema }).optional(),
    /** Fields of products.json. */
    products: followedSchema.optional(),
    /** Fields of promotions.json. */
    promotions: followedSchema.optional(),
    writes: z.record(z.string(), writeSchema).default({}),
    idempotencyHeader: z.string().default('idempotency-key'),
  })
  .refine(({ timeoutMs, totalMs }) => timeoutMs <= totalMs, {
    path: ['timeoutMs'],
    error: 'may not be longer than totalMs',
  });

/** The description of a shop's HTTP API, checked; `authorization` is the header's value. */
export type ShopApiConfig = z.output<typeof configSchema> & { authorization: string | undefined };

/** A description that doesn't fit; the message names every fault. */
export class ShopApiConfigError extends Error {}

/** Checks a description; `environment` gives the environment's values. */
export function parseShopApi(
  name: string,
  text: string,
  environment: (name: string) => string | undefined = environmentValue,
): ShopApiConfig {
  const parsed = parseDescription(configSchema, ShopApiConfigError, { name, text });
  const { auth } = parsed;
  const value = auth && environment(auth.env);
  if (auth && value === undefined) throw doesNotFit(ShopApiConfigError, name, [`auth.env: ${auth.env} is not set`]);
  return { ...parsed, authorization: auth && `${auth.prefix}${value}` };
}

export const readShopApi = async (file: string): Promise<ShopApiConfig> =>
  parseShopApi(file, await readDescription(file, ShopApiConfigError));
