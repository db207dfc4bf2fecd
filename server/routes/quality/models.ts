import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Quality } from '../../../quality/ports.ts';
import {
  gateBarsSchema,
  modelSchema,
  promoteInputSchema,
  promotionSchema,
  rollbackInputSchema,
  versionParamsSchema,
} from '../../schemas.ts';
import { byOf } from './by-of.ts';

const PATH = '/api/qa/models';
const tags = ['QA'];
const security = [{ bearer: [] }];
const params = versionParamsSchema;

/** Models: compared, promoted, rolled back; and the gate's bars. */
export const modelRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'models'> }> = async (
  app,
  { quality: { models } },
) => {
  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'Models, newest first; version 0 is the shipped one',
        description: 'In the list, comparisons come without their texts.',
        security,
        response: { 200: z.array(modelSchema) },
      },
    },
    async () =>
      (await models.list()).map((model) => ({
        ...model,
        comparison: model.comparison && { ...model.comparison, changed: [] },
      })),
  );

  app.get(
    `${PATH}/:version`,
    { schema: { tags, summary: 'A model with its comparison', security, params, response: { 200: modelSchema } } },
    (request) => models.get(request.params.version),
  );

  app.post(
    `${PATH}/:version/promote`,
    {
      schema: {
        tags,
        summary: 'Let customers be served by this model',
        description:
          'Every process switches within seconds. It must have passed the gate against the model at work now; `force` ' +
          'with a reason goes past it, and is recorded.',
        security,
        params,
        body: promoteInputSchema,
        response: { 200: promotionSchema },
      },
    },
    (request) => {
      const { task, force, reason } = request.body;
      return models.promote(request.params.version, { task, force, reason: reason?.trim() || null, by: byOf(request) });
    },
  );

  app.post(
    `${PATH}/rollback`,
    {
      schema: {
        tags,
        summary: 'Back to the model before',
        security,
        body: rollbackInputSchema,
        response: { 200: promotionSchema },
      },
    },
    (request) =>
      models.rollback({ task: request.body.task, reason: request.body.reason?.trim() || null, by: byOf(request) }),
  );

  app.get(
    '/api/qa/promotions',
    {
      schema: {
        tags,
        summary: 'Who promoted and rolled back what, newest first',
        security,
        response: { 200: z.array(promotionSchema) },
      },
    },
    () => models.history(),
  );

  app.get(
    '/api/qa/gate',
    { schema: { tags, summary: 'The gate’s bars', security, response: { 200: gateBarsSchema } } },
    () => models.bars(),
  );

  app.put(
    '/api/qa/gate',
    {
      schema: {
        tags,
        summary: 'Set the gate’s bars',
        description: 'They judge from the next comparison on.',
        security,
        body: gateBarsSchema,
        response: { 200: gateBarsSchema },
      },
    },
    (request) => models.setBars(request.body),
  );
};
