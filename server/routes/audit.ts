import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../audit/audit-log.ts';
import { csv } from '../csv.ts';
import { auditEntrySchema, auditQuerySchema } from '../schemas.ts';
import { sendSheet } from '../send-sheet.ts';

const about = (summary: string) => ({ tags: ['Staff'], summary, security: [{ bearer: [] }] });
/** Rows of a sheet: the newest. */
const SHEET = 50_000;
const PAGE = 5_000;

/** Who did what when; for admins. */
export const auditRoutes: FastifyPluginAsyncZod<{ audit: Pick<AuditLog, 'list'> }> = async (app, { audit }) => {
  app.addHook('onRequest', app.requireStaff('admin'));

  app.get(
    '/api/audit',
    {
      schema: {
        ...about('The audit log, newest first'),
        querystring: auditQuerySchema,
        response: { 200: z.array(auditEntrySchema) },
      },
    },
    ({ query: { actor, ...query } }) => audit.list({ ...query, actorId: actor }),
  );

  app.get(
    '/api/audit/export',
    {
      schema: {
        ...about('The audit log as CSV'),
        querystring: auditQuerySchema.omit({ before: true, limit: true }),
        'x-sheet': ['csv'],
      },
    },
    async ({ query: { actor, ...query } }, reply) => {
      const entries: AuditEntry[] = [];
      for (let before: number | undefined; entries.length < SHEET; before = entries.at(-1)?.id) {
        const page = await audit.list({ ...query, actorId: actor, before, limit: PAGE });
        entries.push(...page);
        if (page.length < PAGE) break;
      }
      const text = csv(
        ['at', 'actor', 'role', 'action', 'subject_kind', 'subject_id', 'subject', 'detail'],
        entries.map((entry) => [
          entry.at,
          entry.actor ?? '',
          entry.role ?? '',
          entry.action,
          entry.subjectKind ?? '',
          entry.subjectId ?? '',
          entry.subject ?? '',
          Object.entries(entry.detail)
            .map(([field, value]) => `${field}=${value}`)
            .join('; '),
        ]),
      );
      return sendSheet(reply, { text, name: 'audit', format: 'csv' });
    },
  );
};
