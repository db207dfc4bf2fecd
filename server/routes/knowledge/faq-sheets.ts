import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readFaqSheet, writeFaqSheet } from '../../../knowledge/faqs/faq-sheet.ts';
import type { FaqService } from '../../../knowledge/ports.ts';
import { everyItem } from '../../every-item.ts';
import { staffOf } from '../../plugins/authentication.ts';
import { exportQuerySchema, faqImportSchema, importReportSchema } from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';

const PATH = '/api/knowledge/faqs';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const SHEET_BYTES = 6 * 1024 ** 2;

/** FAQs as a file, in and out. */
export const faqSheetRoutes: FastifyPluginAsyncZod<{ faqs: FaqService }> = async (app, { faqs }) => {
  app.post(
    `${PATH}/import`,
    {
      bodyLimit: SHEET_BYTES,
      schema: {
        tags,
        summary: 'Take a sheet of FAQs in',
        description:
          'A row with the id or the question of an FAQ updates it, others are added. Faulty rows are named and left out.',
        security,
        body: faqImportSchema,
        response: { 200: importReportSchema },
      },
    },
    async (request) => {
      const { text, format, dryRun } = request.body;
      return faqs.import(readFaqSheet(text, format), { by: staffOf(request), dryRun });
    },
  );

  app.get(
    `${PATH}/export`,
    {
      schema: {
        tags,
        summary: 'All FAQs as a file',
        security,
        querystring: exportQuerySchema,
        'x-sheet': ['csv', 'json'],
      },
    },
    async (request, reply) => {
      const { format } = request.query;
      const text = writeFaqSheet(await everyItem((query) => faqs.list(query)), format);
      return sendSheet(reply, { text, name: 'faqs', format });
    },
  );
};
