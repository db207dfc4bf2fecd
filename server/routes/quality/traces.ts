import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Quality } from '../../../quality/ports.ts';
import { idParamsSchema, turnTraceSchema } from '../../schemas.ts';

/** How replies to customers came about. */
export const traceRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'traces'> }> = async (
  app,
  { quality: { traces } },
) => {
  app.get(
    '/api/qa/traces/:id',
    {
      schema: {
        tags: ['QA'],
        summary: 'How a reply came about',
        description:
          'By the id of a turn, of its message or of its reply: what was understood, each passage with its place and score in every leg of the search, each call to a model with its prompt, tokens and how it ended, lookups, timing.',
        security: [{ bearer: [] }],
        params: idParamsSchema,
        response: { 200: turnTraceSchema },
      },
    },
    ({ params }) => traces.find(params.id),
  );
};
