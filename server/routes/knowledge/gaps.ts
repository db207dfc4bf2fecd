import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GapService } from '../../../knowledge/gaps/ports.ts';
import { inPages } from '../../in-pages.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import { gapDraftSchema, gapQuerySchema, gapSchema, idParamsSchema } from '../../schemas.ts';

const PATH = '/api/knowledge/gaps';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const params = idParamsSchema;

/** Questions without a good answer, and what becomes of them. */
export const gapRoutes: FastifyPluginAsyncZod<{ gaps: GapService }> = async (app, { gaps }) => {
  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'Questions without a good answer, grouped by matter, most frequent first',
        description:
          'The same matter in other words or the other language is one group. One that the knowledge would answer now is `answered`.',
        security,
        querystring: gapQuerySchema,
        response: { 200: z.array(gapSchema) },
      },
    },
    async (request, reply) => withIsoDates(inPages(reply, await gaps.list(request.query))),
  );

  app.get(
    `${PATH}/:id/draft`,
    {
      schema: {
        tags,
        summary: 'What an FAQ for it could begin with',
        security,
        params,
        response: { 200: gapDraftSchema },
      },
    },
    (request) => gaps.draft(request.params.id),
  );

  for (const [action, summary] of [
    ['dismiss', 'Set it aside, also when it is asked again'],
    ['restore', 'Show it again'],
  ] as const) {
    app.post(
      `${PATH}/:id/${action}`,
      { schema: { tags, summary, security, params, 'x-no-content': true } },
      async (request, reply) => {
        await gaps[action](request.params.id, staffOf(request));
        return reply.code(204).send();
      },
    );
  }
};
