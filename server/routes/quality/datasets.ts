import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Quality } from '../../../quality/ports.ts';
import { createdDatasetSchema, datasetInputSchema, datasetSchema, versionParamsSchema } from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';
import { byOf } from './by-of.ts';

const PATH = '/api/qa/datasets';
const tags = ['QA'];
const security = [{ bearer: [] }];
const params = versionParamsSchema;

/** Immutable snapshots of labels and shipped examples. */
export const datasetRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'datasets'> }> = async (
  app,
  { quality: { datasets } },
) => {
  app.get(
    PATH,
    {
      schema: { tags, summary: 'Dataset versions, newest first', security, response: { 200: z.array(datasetSchema) } },
    },
    () => datasets.list(),
  );

  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Make a version of the labels as they are now',
        description:
          'Personal data masked, a fifth of the labels held back. Unchanged labels give the version there is.',
        security,
        body: datasetInputSchema,
        response: { 201: createdDatasetSchema, 200: createdDatasetSchema },
      },
    },
    async (request, reply) => {
      const dataset = await datasets.create({ note: request.body.note?.trim() || null, by: byOf(request) });
      return reply.code(dataset.created ? 201 : 200).send(dataset);
    },
  );

  app.get(
    `${PATH}/:version`,
    { schema: { tags, summary: 'A dataset version', security, params, response: { 200: datasetSchema } } },
    (request) => datasets.get(request.params.version),
  );

  app.get(
    `${PATH}/:version/export`,
    {
      schema: { tags, summary: 'Its rows as JSON lines, as they were hashed', security, params, 'x-sheet': ['jsonl'] },
    },
    async (request, reply) => {
      const { version } = request.params;
      return sendSheet(reply, { text: await datasets.lines(version), name: `dataset-${version}`, format: 'jsonl' });
    },
  );
};
