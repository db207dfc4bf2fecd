import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FaqInput, FaqService, FaqView } from '../../../knowledge/ports.ts';
import { inPages } from '../../in-pages.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  type FaqInputBody,
  faqInputSchema,
  faqListQuerySchema,
  faqSchema,
  idParamsSchema,
  savedFaqSchema,
  sentenceChoiceSchema,
} from '../../schemas.ts';

const PATH = '/api/knowledge/faqs';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];

/** The service's FAQ of a request; `locale: null` is a locale left out. */
export const faqInput = ({ locale, ...faq }: FaqInputBody): FaqInput => ({ ...faq, ...(locale ? { locale } : {}) });

export const faqRoutes: FastifyPluginAsyncZod<{ faqs: FaqService }> = async (app, { faqs }) => {
  const input = ({ body }: { body: FaqInputBody }) => faqInput(body);
  const saved = async (faq: FaqView) => ({ ...withIsoDates(faq), duplicates: await faqs.duplicates(faq, faq.id) });

  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'FAQs, oldest first',
        security,
        querystring: faqListQuerySchema,
        response: { 200: z.array(faqSchema) },
      },
    },
    async (request, reply) => withIsoDates(inPages(reply, await faqs.list(request.query))),
  );

  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Add an FAQ',
        description: 'It is searched from the moment this is answered.',
        security,
        body: faqInputSchema,
        response: { 201: savedFaqSchema },
      },
    },
    async (request, reply) => reply.code(201).send(await saved(await faqs.create(input(request), staffOf(request)))),
  );

  app.get(
    `${PATH}/:id`,
    { schema: { tags, summary: 'An FAQ', security, params: idParamsSchema, response: { 200: faqSchema } } },
    async (request) => withIsoDates(await faqs.get(request.params.id)),
  );

  app.put(
    `${PATH}/:id`,
    {
      schema: {
        tags,
        summary: 'Change an FAQ',
        security,
        params: idParamsSchema,
        body: faqInputSchema,
        response: { 200: savedFaqSchema },
      },
    },
    async (request) => saved(await faqs.update(request.params.id, input(request), staffOf(request))),
  );

  app.put(
    `${PATH}/:id/sentences`,
    {
      schema: {
        tags,
        summary: 'Quote a sentence that was taken for an instruction to the machine, or leave it out again',
        description: 'Takes effect at once, and holds when the FAQ is changed.',
        security,
        params: idParamsSchema,
        body: sentenceChoiceSchema,
        response: { 200: faqSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await faqs.quote(request.params.id, request.body, staffOf(request))),
  );

  app.delete(
    `${PATH}/:id`,
    { schema: { tags, summary: 'Remove an FAQ', security, params: idParamsSchema } },
    async (request, reply) => {
      await faqs.remove(request.params.id, staffOf(request));
      return reply.code(204).send();
    },
  );
};
