import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ProductSentences } from '../../../knowledge/products/ports.ts';
import { staffOf } from '../../plugins/authentication.ts';
import { idParamsSchema, productSentencesSchema, sentenceChoiceSchema } from '../../schemas.ts';

const PATH = '/api/knowledge/products';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];

export const productSentenceRoutes: FastifyPluginAsyncZod<{ productSentences: ProductSentences }> = async (
  app,
  { productSentences },
) => {
  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'Products with sentences that look like instructions to the machine',
        description: 'At most 500, by id. Products themselves come from the shop’s files.',
        security,
        response: { 200: z.array(productSentencesSchema) },
      },
    },
    () => productSentences.list(),
  );

  app.put(
    `${PATH}/:id/sentences`,
    {
      schema: {
        tags,
        summary: 'Quote a sentence that was taken for an instruction to the machine, or leave it out again',
        description: 'Takes effect at once, and holds when the catalogue is taken in again.',
        security,
        params: idParamsSchema,
        body: sentenceChoiceSchema,
        response: { 200: productSentencesSchema },
        'x-problems': [409],
      },
    },
    (request) => productSentences.quote(request.params.id, request.body, staffOf(request)),
  );
};
