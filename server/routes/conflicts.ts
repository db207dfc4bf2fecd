import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ConflictService } from '../../knowledge/review/ports.ts';
import { withIsoDates } from '../iso-dates.ts';
import { staffOf } from '../plugins/authentication.ts';
import { conflictQuerySchema, conflictReportSchema, idParamsSchema } from '../schemas.ts';

const PATH = '/api/knowledge/conflicts';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];

/** Passages that say the same twice, or not the same. */
export const conflictRoutes: FastifyPluginAsyncZod<{ conflicts: ConflictService }> = async (app, { conflicts }) => {
  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'Duplicates and contradictions between passages',
        description:
          'All passages are compared in the background whenever the knowledge has changed; `state` and `progress` tell how far it is, and the findings are the last ones until then.',
        security,
        querystring: conflictQuerySchema,
        response: { 200: conflictReportSchema },
      },
    },
    async (request) => withIsoDates(await conflicts.report(request.query)),
  );

  for (const [action, summary] of [
    ['dismiss', 'Set a finding aside'],
    ['restore', 'Show a finding again'],
  ] as const) {
    app.post(
      `${PATH}/:id/${action}`,
      { schema: { tags, summary, security, params: idParamsSchema, 'x-no-content': true } },
      async (request, reply) => {
        await conflicts[action](request.params.id, staffOf(request));
        return reply.code(204).send();
      },
    );
  }
};
