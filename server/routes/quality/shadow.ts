import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Quality } from '../../../quality/ports.ts';
import { disagreementSchema, idParamsSchema, shadowInputSchema, shadowSchema } from '../../schemas.ts';
import { byOf } from './by-of.ts';

const PATH = '/api/qa/shadows';
const tags = ['QA'];
const security = [{ bearer: [] }];

/** A candidate beside the model at work, on live turns. */
export const shadowRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'shadows' | 'models'> }> = async (
  app,
  { quality: { shadows, models } },
) => {
  app.get(
    PATH,
    { schema: { tags, summary: 'Shadow runs, newest first', security, response: { 200: z.array(shadowSchema) } } },
    () => shadows.list(),
  );

  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Let a model judge live turns beside the one at work',
        description: 'Off the answering path; one run at a time. Customers notice nothing.',
        security,
        body: shadowInputSchema,
        response: { 201: shadowSchema },
      },
    },
    async (request, reply) => {
      const { version, share } = request.body;
      await models.get(version);
      return reply.code(201).send(await shadows.start({ version, share, by: byOf(request) }));
    },
  );

  app.post(
    `${PATH}/stop`,
    { schema: { tags, summary: 'End the shadow run', security, response: { 200: shadowSchema } } },
    () => shadows.stop(),
  );

  app.get(
    `${PATH}/:id/disagreements`,
    {
      schema: {
        tags,
        summary: 'The newest turns on which the two differed',
        security,
        params: idParamsSchema,
        response: { 200: z.array(disagreementSchema) },
      },
    },
    (request) => shadows.disagreements(request.params.id),
  );
};
