import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ChangeTrail } from '../../../knowledge/changes/ports.ts';
import { inPages } from '../../in-pages.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { changeQuerySchema, changeSchema } from '../../schemas.ts';

export const changeRoutes: FastifyPluginAsyncZod<{ changes: ChangeTrail }> = async (app, { changes }) => {
  app.get(
    '/api/knowledge/changes',
    {
      schema: {
        tags: ['Knowledge'],
        summary: 'Who changed what and when, newest first',
        security: [{ bearer: [] }],
        querystring: changeQuerySchema,
        response: { 200: z.array(changeSchema) },
      },
    },
    async (request, reply) => withIsoDates(inPages(reply, await changes.list(request.query))),
  );
};
