import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { SLOT_NAMES } from '../../../quality/labels/label-schema.ts';
import type { Quality } from '../../../quality/ports.ts';
import { inPages } from '../../in-pages.ts';
import {
  idParamsSchema,
  intentsSchema,
  labelInputSchema,
  labelSummarySchema,
  turnParamsSchema,
  turnQuerySchema,
  turnToLabelSchema,
} from '../../schemas.ts';
import { byOf } from './by-of.ts';

const tags = ['QA'];
const security = [{ bearer: [] }];
const params = turnParamsSchema;
const response = { 200: turnToLabelSchema };

/** Turns to label, and labels on them. */
export const labelRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'labels' | 'intents'> }> = async (
  app,
  { quality: { labels, intents } },
) => {
  app.get(
    '/api/qa/intents',
    {
      schema: {
        tags,
        summary: 'The intents and slots that a label may name',
        security,
        response: { 200: intentsSchema },
      },
    },
    async () => ({ intents, slots: SLOT_NAMES }),
  );

  app.get(
    '/api/qa/turns',
    {
      schema: {
        tags,
        summary: 'Customers’ turns to label, the most doubtful first',
        description:
          '`queue`: by doubt, rated down, unanswered or escalated, or newest first. `state`: without a label (`open`), ' +
          'labelled by others and not by you (`second`), labelled, skipped, disputed between labellers, or all.',
        security,
        querystring: turnQuerySchema,
        response: { 200: z.array(turnToLabelSchema) },
      },
    },
    async (request, reply) => {
      const { turns, total } = await labels.list({ ...request.query, labeller: byOf(request).name });
      return inPages(reply, { items: turns, total });
    },
  );

  app.get(
    '/api/qa/turns/:turnId',
    { schema: { tags, summary: 'One turn with its labels', security, params, response } },
    (request) => labels.find(request.params.turnId),
  );

  app.put(
    '/api/qa/turns/:turnId/label',
    {
      schema: {
        tags,
        summary: 'Say what the customer wanted',
        description: 'One label a turn and labeller: yours is replaced.',
        security,
        params,
        body: labelInputSchema,
        response,
      },
    },
    (request) => labels.save(request.params.turnId, request.body, byOf(request)),
  );

  app.delete(
    '/api/qa/turns/:turnId/label',
    { schema: { tags, summary: 'Take your label back', security, params, response } },
    (request) => labels.remove(request.params.turnId, byOf(request)),
  );

  app.post(
    '/api/qa/turns/:turnId/skip',
    { schema: { tags, summary: 'Leave the turn without a label', security, params, response } },
    (request) => labels.skip(request.params.turnId, byOf(request)),
  );

  app.post(
    '/api/qa/labels/:id/settle',
    {
      schema: {
        tags,
        summary: 'Of labels that differ, this one counts',
        security,
        params: idParamsSchema,
        response,
      },
    },
    (request) => labels.settle(request.params.id),
  );

  app.get(
    '/api/qa/labels/summary',
    { schema: { tags, summary: 'How far labelling is', security, response: { 200: labelSummarySchema } } },
    () => labels.summary(),
  );
};
