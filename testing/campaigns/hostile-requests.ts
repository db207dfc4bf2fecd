import { z } from 'zod';
import { fittingValue, HOSTILE_TEXTS, hostileValue, type Schema, schemaSchema } from '../hostile-values.ts';
import { pick } from '../seeded.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: schemaSchema.optional() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: schemaSchema.optional() })) }).optional(),
});
/** The parts of an OpenAPI 3.1 document that say what may be asked. */
export const apiSchema = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operationSchema)),
});
type Operation = z.infer<typeof operationSchema>;

export interface HostileRequest {
  method: string;
  /** The route as the document writes it. */
  route: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** In percent-encoding, cut so that no address is too long to reach a route. */
const encoded = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())
    .slice(0, 600)
    .replace(/%[\dA-F]?$/, '');

/** `rounds` requests for each route and method: fitting ones, broken ones, and all between. */
export function* hostileRequests(
  api: z.infer<typeof apiSchema>,
  { random, rounds }: { random: () => number; rounds: number },
): Generator<HostileRequest> {
  for (const [route, operations] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(operations))
      for (let round = 0; round < rounds; round++) yield oneRequest(random, { route, method, operation });
}

function oneRequest(
  random: () => number,
  { route, method, operation }: { route: string; method: string; operation: Operation },
): HostileRequest {
  const value = (schema: Schema | undefined) =>
    random() < 0.5 ? fittingValue(random, schema) : pick(random, HOSTILE_TEXTS);
  const schemaOf = (name: string) => operation.parameters.find((parameter) => parameter.name === name)?.schema;
  const address = route.replace(/\{(\w+)\}/g, (_, name: string) => encoded(value(schemaOf(name))) || 'x');
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && random() < 0.6)
    .map(({ name, schema }) => `${name}=${encoded(value(schema))}`);
  const headers: Record<string, string> = {};
  if (random() < 0.2) headers.accept = pick(random, ['text/event-stream', 'application/json', 'text/html']);
  if (random() < 0.1) headers['last-event-id'] = pick(random, ['x', '-1', '9'.repeat(20), '1']);
  const body = method === 'get' ? undefined : bodyOf(random, operation);
  if (body !== undefined)
    headers['content-type'] =
      random() < 0.9 ? 'application/json' : pick(random, ['text/plain', 'multipart/form-data', 'application/xml']);
  return {
    method: method.toUpperCase(),
    route,
    path: [address, ...(query.length > 0 ? [query.join('&')] : [])].join('?'),
    headers,
    body,
  };
}

function bodyOf(random: () => number, { requestBody }: Operation): string | undefined {
  if (!requestBody && random() < 0.8) return undefined;
  if (random() < 0.06) return pick(random, ['{', '[]', 'null', '"x"', '{"a":', '\0', '{"__proto__":{"x":1}}']);
  const fitting = fittingValue(random, requestBody?.content['application/json']?.schema);
  return JSON.stringify(random() < 0.3 ? fitting : hostileValue(random, fitting));
}
