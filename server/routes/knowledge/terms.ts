import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { TermService } from '../../../knowledge/terms/ports.ts';
import { readTermSheet, writeTermSheet } from '../../../knowledge/terms/term-sheet.ts';
import { everyItem } from '../../every-item.ts';
import { inPages } from '../../in-pages.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  idParamsSchema,
  importReportSchema,
  listQuerySchema,
  termExportQuerySchema,
  termImportSchema,
  termInputSchema,
  termSchema,
} from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';

const PATH = '/api/knowledge/terms';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const SHEET_BYTES = 6 * 1024 ** 2;

/** The shop’s own words beside the built-in lexicon. */
export const termRoutes: FastifyPluginAsyncZod<{ terms: TermService }> = async (app, { terms }) => {
  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'The shop’s own words: synonyms and translations, newest first',
        security,
        querystring: listQuerySchema,
        response: { 200: z.array(termSchema) },
      },
    },
    async (request, reply) => withIsoDates(inPages(reply, await terms.list(request.query))),
  );

  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Teach words that mean the same',
        description: 'Searches know them when this is answered; other processes within seconds.',
        security,
        body: termInputSchema,
        response: { 201: termSchema },
        'x-problems': [409],
      },
    },
    async (request, reply) => reply.code(201).send(withIsoDates(await terms.create(request.body, staffOf(request)))),
  );

  app.put(
    `${PATH}/:id`,
    {
      schema: {
        tags,
        summary: 'Change an entry',
        security,
        params: idParamsSchema,
        body: termInputSchema,
        response: { 200: termSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await terms.update(request.params.id, request.body, staffOf(request))),
  );

  app.delete(
    `${PATH}/:id`,
    { schema: { tags, summary: 'Forget an entry', security, params: idParamsSchema } },
    async (request, reply) => {
      await terms.remove(request.params.id, staffOf(request));
      return reply.code(204).send();
    },
  );

  app.post(
    `${PATH}/import`,
    {
      bodyLimit: SHEET_BYTES,
      schema: {
        tags,
        summary: 'Take a list of words in',
        description: 'A row that shares a word with an entry adds its words to it. Faulty rows are named and left out.',
        security,
        body: termImportSchema,
        response: { 200: importReportSchema },
      },
    },
    async (request) => {
      const { text, format, replace, dryRun } = request.body;
      return terms.import(readTermSheet(text, format), { by: staffOf(request), replace, dryRun });
    },
  );

  app.get(
    `${PATH}/export`,
    {
      schema: {
        tags,
        summary: 'All words as a file',
        security,
        querystring: termExportQuerySchema,
        'x-sheet': ['csv', 'txt'],
      },
    },
    async (request, reply) => {
      const { format } = request.query;
      const text = writeTermSheet(await everyItem((query) => terms.list(query)), format);
      return sendSheet(reply, { text, name: 'terms', format: format === 'csv' ? 'csv' : 'txt' });
    },
  );
};
