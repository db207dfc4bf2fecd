import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ConflictService } from '../../../knowledge/review/ports.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  conflictGroupQuerySchema,
  conflictGroupReportSchema,
  conflictQuerySchema,
  conflictReportSchema,
  idParamsSchema,
} from '../../schemas.ts';

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

  app.get(
    `${PATH}/groups`,
    {
      schema: {
        tags,
        summary: 'The same, each thing once',
        description:
          'A point is one thing that sources say differently, or twice, with all places that say it; the points of the same sources stand together.',
        security,
        querystring: conflictGroupQuerySchema,
        response: { 200: conflictGroupReportSchema },
      },
    },
    async (request) => withIsoDates(await conflicts.groups(request.query)),
  );

  for (const [action, summary] of [
    ['dismiss', 'Set a finding aside: a pair, a point or a group'],
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
