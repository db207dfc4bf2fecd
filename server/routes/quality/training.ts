import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Quality } from '../../../quality/ports.ts';
import type { RunView } from '../../../quality/training/run-rows.ts';
import { idParamsSchema, trainingInputSchema, trainingRunSchema, versionParamsSchema } from '../../schemas.ts';
import { sseFrame } from '../../streams/sse-frame.ts';
import { byOf } from './by-of.ts';

const PATH = '/api/qa/training';
const tags = ['QA'];
const security = [{ bearer: [] }];
const params = idParamsSchema;

/** Training runs: begun, watched, cancelled. */
export const trainingRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'training' | 'datasets'> }> = async (
  app,
  { quality: { training, datasets } },
) => {
  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Train a model',
        description:
          'In a process of its own, one run at a time; then it is compared with the model at work and judged.',
        security,
        body: trainingInputSchema,
        response: { 202: trainingRunSchema },
      },
    },
    async (request, reply) => {
      const by = byOf(request);
      const dataset = request.body.dataset ?? (await datasets.create({ note: null, by })).version;
      const run = await training.train({ dataset, by });
      return reply.code(202).header('location', `${PATH}/${run.id}`).send(run);
    },
  );

  app.post(
    '/api/qa/models/:version/compare',
    {
      schema: {
        tags,
        summary: 'Compare a model with the one at work now',
        description: 'A run like training; the gate judges anew.',
        security,
        params: versionParamsSchema,
        response: { 202: trainingRunSchema },
      },
    },
    async (request, reply) => {
      const run = await training.compare({ version: request.params.version, by: byOf(request) });
      return reply.code(202).header('location', `${PATH}/${run.id}`).send(run);
    },
  );

  app.get(
    PATH,
    { schema: { tags, summary: 'Runs, newest first', security, response: { 200: z.array(trainingRunSchema) } } },
    () => training.list(),
  );

  app.get(
    `${PATH}/:id`,
    { schema: { tags, summary: 'One run', security, params, response: { 200: trainingRunSchema } } },
    (request) => training.get(request.params.id),
  );

  app.get(
    `${PATH}/:id/events`,
    {
      schema: {
        tags,
        summary: 'A run’s progress, live',
        description: 'The run now and after each change, as server-sent events; ends with the run.',
        security,
        params,
        'x-event-stream': true,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // Before the first byte: a stream that has begun can no longer be a 404.
      await training.get(id);
      await app.stream(reply, (signal) => frames(training.watch(id, signal)));
      return reply;
    },
  );

  app.post(
    `${PATH}/:id/cancel`,
    { schema: { tags, summary: 'Stop a run', security, params, response: { 200: trainingRunSchema } } },
    (request) => training.cancel(request.params.id),
  );
};

async function* frames(views: AsyncIterable<RunView>): AsyncGenerator<string> {
  for await (const view of views) yield sseFrame({ event: 'run', data: view });
}
