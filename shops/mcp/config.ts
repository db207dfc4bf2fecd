import { z } from 'zod';
import { environmentValue } from '../../config/env.ts';
import { mappingSchema, pointerSchema } from '../http/mapping.ts';
import { doesNotFit, parseDescription, readDescription } from '../read-description.ts';

const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable');

const serverSchema = z.union(
  [
    z.strictObject({
      /** A program that speaks MCP on its standard input and output. */
      command: z.string().min(1),
      args: z.array(z.string()).default([]),
      /** Names of the environment variables that it gets beside the harmless ones. */
      env: z.array(variable).default([]),
    }),
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }),
      auth: z
        .strictObject({
          header: z.string().default('authorization'),
          env: variable,
          prefix: z.string().default('Bearer '),
        })
        .optional(),
      allowPrivateNetwork: z.boolean().default(false),
    }),
  ],
  { error: 'a program {"command", "args", "env"} or an address {"url", "auth"}' },
);

/** Arguments of a tool, with what we put in: `{customerId}`, `{orderId}`, `{args.…}`, `{confirmationId}`. */
const argumentsSchema = z.record(z.string(), z.unknown());
const holds = (value: unknown, name: string): boolean => JSON.stringify(value).includes(`{${name}}`);

const writeSchema = z
  .strictObject({
    tool: z.string().min(1),
    /** Who agrees before it is called: the customer, or a person at the desk as well. */
    risk: z.enum(['confirmation', 'approval']),
    arguments: argumentsSchema,
    /** What the order, read back, must then show. */
    expect: z.record(z.string(), z.unknown()).optional(),
    /** The tool may be called twice for the same without harm, though it gets no `{confirmationId}`. */
    repeatable: z.boolean().default(false),
  })
  .refine((write) => write.repeatable || holds(write.arguments, 'confirmationId'), {
    path: ['arguments'],
    error: 'hold {confirmationId} somewhere, the key that is the same for every try (or the tool is "repeatable")',
  });

const configSchema = z.strictObject({
  server: serverSchema,
  /** Connecting and one call together. */
  timeoutMs: z.number().int().min(100).max(4_500).default(4_000),
  maxBytes: z.number().int().min(1_000).max(50_000_000).default(2_000_000),
  concurrency: z.number().int().min(1).max(100).default(8),
  orders: z.strictObject({
    tool: z.string().min(1),
    arguments: argumentsSchema.refine((value) => holds(value, 'customerId'), 'hold {customerId} somewhere'),
    rows: pointerSchema.default(''),
    /** Fields of orders.json. */
    map: mappingSchema,
  }),
  writes: z.record(z.string(), writeSchema).default({}),
});

/** The tools of an MCP server that are admitted, each for one purpose; `environment` has the values it names. */
export type ShopMcpConfig = z.output<typeof configSchema> & { environment: ReadonlyMap<string, string> };

/** A description that doesn't fit; the message names every fault. */
class ShopMcpConfigError extends Error {}

/** Checks a description; `environment` gives the environment's values. */
export function parseShopMcp(
  name: string,
  text: string,
  environment: (name: string) => string | undefined = environmentValue,
): ShopMcpConfig {
  const parsed = parseDescription(configSchema, ShopMcpConfigError, { name, text });
  const { server } = parsed;
  const names = 'command' in server ? server.env : server.auth ? [server.auth.env] : [];
  const values = new Map(
    names.flatMap((one) => {
      const value = environment(one);
      return value === undefined ? [] : [[one, value] as const];
    }),
  );
  const missing = names.filter((one) => !values.has(one));
  if (missing.length > 0)
    throw doesNotFit(
      ShopMcpConfigError,
      name,
      missing.map((one) => `server: ${one} is not set`),
    );
  return { ...parsed, environment: values };
}

export const readShopMcp = async (file: string): Promise<ShopMcpConfig> =>
  parseShopMcp(file, await readDescription(file, ShopMcpConfigError));
