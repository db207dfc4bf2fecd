import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Quality } from '../../../quality/ports.ts';
import {
  draftQuerySchema,
  evalCaseDraftSchema,
  evalCaseInputSchema,
  idParamsSchema,
  newEvalCaseSchema,
  storedEvalCaseSchema,
} from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';
import { byOf } from './by-of.ts';

const PATH = '/api/qa/cases';
const about = (summary: string) => ({ tags: ['QA'], summary, security: [{ bearer: [] }] });
const response = { 200: storedEvalCaseSchema };

/** Conversations as cases of the evals. */
export const caseRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'cases'> }> = async (
  app,
  { quality: { cases } },
) => {
  app.get(
    PATH,
    {
      schema: {
        ...about('Cases made of conversations, newest first'),
        response: { 200: z.array(storedEvalCaseSchema) },
      },
    },
    () => cases.list(),
  );

  app.get(
    `${PATH}/draft`,
    {
      schema: {
        ...about('A case of what the customer of a conversation said, expecting what was answered'),
        description: 'E-mail addresses, phones and postal addresses are masked; nothing is stored.',
        querystring: draftQuerySchema,
        response: { 200: evalCaseDraftSchema },
      },
    },
    ({ query }) => cases.draft(query.conversation),
  );

  app.get(
    `${PATH}/export`,
    {
      schema: {
        ...about('Every case as JSON lines, for `npm run evals -- --suite cases --cases FILE`'),
        'x-sheet': ['jsonl'],
      },
    },
    async (_request, reply) => sendSheet(reply, { text: await cases.lines(), name: 'cases', format: 'jsonl' }),
  );

  app.post(
    PATH,
    {
      schema: {
        ...about('Keep a case'),
        body: newEvalCaseSchema,
        response: { 201: storedEvalCaseSchema },
        'x-problems': [404],
      },
    },
    async (request, reply) => reply.code(201).send(await cases.add(request.body, byOf(request))),
  );

  app.get(`${PATH}/:id`, { schema: { ...about('One case'), params: idParamsSchema, response } }, ({ params }) =>
    cases.find(params.id),
  );

  app.put(
    `${PATH}/:id`,
    { schema: { ...about('Change a case'), params: idParamsSchema, body: evalCaseInputSchema, response } },
    ({ params, body }) => cases.change(params.id, body),
  );

  app.delete(
    `${PATH}/:id`,
    { schema: { ...about('Remove a case'), params: idParamsSchema } },
    async (request, reply) => {
      await cases.remove(request.params.id);
      return reply.code(204).send();
    },
  );
};
