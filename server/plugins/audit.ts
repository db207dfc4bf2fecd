import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { z } from 'zod';
import type { AuditDetail, AuditLog } from '../audit/audit-log.ts';
import { AUDITED, UNAUDITED } from '../audit/audited-routes.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Longest text of a field that is kept. */
const LONGEST = 200;

/** Writes down what staff change, before the answer goes out: who reads the log next finds it there. */
export const audit = fp<{ audit: Pick<AuditLog, 'record'> }>(
  async (app, { audit: log }) => {
    app.addHook('onSend', async (request, reply, payload) => {
      const { staff, method } = request;
      const key = `${method} ${request.routeOptions.url ?? ''}`;
      if (!staff || READING.has(method) || UNAUDITED.has(key) || reply.statusCode >= 400) return;
      const route = AUDITED[key] ?? { action: key };
      const id = idOf(request) ?? (reply.statusCode === 201 || reply.statusCode === 202 ? madeId(payload) : undefined);
      try {
        await log.record({
          action: route.action,
          actor: staff,
          ...(route.subject !== undefined && id !== undefined ? { subject: { kind: route.subject, id } } : {}),
          detail: kept(request.body, route.keep ?? []),
        });
      } catch (error) {
        // What was done is done; saying that it failed would be wrong.
        request.log.error({ err: error, action: route.action }, 'the audit log could not be written');
      }
    });
  },
  { name: 'audit', dependencies: ['authentication'] },
);

const idsSchema = z.object({ id: z.string().optional(), version: z.union([z.string(), z.number()]).optional() });
const madeSchema = z.object({
  id: z.string().optional(),
  documentId: z.string().optional(),
  member: z.object({ id: z.string() }).optional(),
});

function idOf(request: FastifyRequest): string | undefined {
  const read = idsSchema.safeParse(request.params);
  return read.success ? (read.data.id ?? read.data.version?.toString()) : undefined;
}

/** The id of what was made, from the answer. */
function madeId(payload: unknown): string | undefined {
  if (typeof payload !== 'string' || !payload.startsWith('{')) return undefined;
  const read = madeSchema.safeParse(JSON.parse(payload));
  return read.success ? (read.data.member?.id ?? read.data.documentId ?? read.data.id) : undefined;
}

function kept(body: unknown, fields: readonly string[]): AuditDetail {
  const read = z.record(z.string(), z.unknown()).safeParse(body);
  if (!read.success) return {};
  return Object.fromEntries(
    fields.flatMap((field): Array<[string, string | number | boolean]> => {
      const value = read.data[field];
      if (typeof value === 'string') return [[field, value.slice(0, LONGEST)]];
      return typeof value === 'number' || typeof value === 'boolean' ? [[field, value]] : [];
    }),
  );
}
