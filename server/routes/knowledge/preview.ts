import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { badRequest } from '../../../config/errors.ts';
import type { PreviewService, ProposedChange } from '../../../knowledge/review/ports.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { type PreviewRequest, previewReportSchema, previewRequestSchema } from '../../schemas.ts';
import { faqInput } from './faqs.ts';

function proposed({ faq, documentId, version, term, remove }: PreviewRequest): ProposedChange {
  if (faq) {
    const { id, ...input } = faq;
    return { kind: 'faq', faq: faqInput(input), ...(id === undefined ? {} : { id }) };
  }
  if (documentId !== undefined)
    return { kind: 'document', id: documentId, ...(version === undefined ? {} : { version }) };
  if (term) {
    const { id, ...input } = term;
    return { kind: 'term', term: input, ...(id === undefined ? {} : { id }) };
  }
  if (remove) return { kind: 'remove', source: remove.kind, id: remove.id };
  throw badRequest('invalid_request', 'Name the change: faq, documentId, term or remove.');
}

export const previewRoutes: FastifyPluginAsyncZod<{ preview: PreviewService }> = async (app, { preview }) => {
  app.post(
    '/api/knowledge/preview',
    {
      schema: {
        tags: ['Knowledge'],
        summary: 'Which recent questions would be answered differently after a change',
        description: 'Asks them again, with the change thought of and without it. Nothing is changed.',
        security: [{ bearer: [] }],
        body: previewRequestSchema,
        response: { 200: previewReportSchema },
        'x-problems': [404, 409],
      },
    },
    async (request) => {
      const { limit } = request.body;
      return withIsoDates(await preview.preview(proposed(request.body), limit === undefined ? {} : { limit }));
    },
  );
};
