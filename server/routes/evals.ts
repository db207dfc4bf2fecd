import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { EvalRuns } from '../eval-runs.ts';
import { evalRunSchema, idParamsSchema } from '../schemas.ts';

const tags = ['QA'];
const security = [{ bearer: [] }];

export const evalRoutes: FastifyPluginAsyncZod<{ runs: EvalRuns }> = async (app, { runs }) => {
  app.addHook('onRequest', app.requireStaff('qa'));

  app.get(
    '/api/evals/runs',
    {
      schema: { tags, summary: 'Runs of the evals, newest first', security, response: { 200: z.array(evalRunSchema) } },
    },
    () => runs.list(),
  );

  app.get(
    '/api/evals/runs/:id',
    {
      schema: {
        tags,
        summary: 'A run with its cases',
        security,
        params: idParamsSchema,
        response: { 200: evalRunSchema },
      },
    },
    async (request) => {
      const run = await runs.find(request.params.id);
      if (!run) throw notFound('run');
      return run;
    },
  );
};
