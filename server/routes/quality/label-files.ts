import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Quality } from '../../../quality/ports.ts';
import { labelExportQuerySchema, labelImportReportSchema, labelImportSchema } from '../../schemas.ts';
import { sendSheet } from '../../send-sheet.ts';
import { byOf } from './by-of.ts';

const tags = ['QA'];
const security = [{ bearer: [] }];
const FILE_BYTES = 32 * 1024 ** 2;

/** Labels as JSON lines, in and out. */
export const labelFileRoutes: FastifyPluginAsyncZod<{ quality: Pick<Quality, 'files'> }> = async (
  app,
  { quality: { files } },
) => {
  app.get(
    '/api/qa/labels/export',
    {
      schema: {
        tags,
        summary: 'The labels that count, as JSON lines',
        description:
          'Own format, or OpenAI’s fine-tuning chat format. Messages on which labellers differ are left out.',
        security,
        querystring: labelExportQuerySchema,
        'x-sheet': ['jsonl'],
      },
    },
    async (request, reply) => {
      const { format, mask } = request.query;
      return sendSheet(reply, {
        text: await files.export({ format, mask }),
        name: `labels-${format}`,
        format: 'jsonl',
      });
    },
  );

  app.post(
    '/api/qa/labels/import',
    {
      bodyLimit: FILE_BYTES,
      schema: {
        tags,
        summary: 'Take JSON lines in',
        description: 'Faulty rows are named with line and field and left out. A row taken in twice counts once.',
        security,
        body: labelImportSchema,
        response: { 200: labelImportReportSchema },
      },
    },
    (request) => {
      const { text, format, dryRun } = request.body;
      return files.import(text, { format, dryRun, by: byOf(request) });
    },
  );
};
