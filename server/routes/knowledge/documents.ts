import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DocumentService, DocumentView } from '../../../knowledge/ports.ts';
import { inPages } from '../../in-pages.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  acceptedDocumentSchema,
  chunkQuerySchema,
  chunkSchema,
  documentListQuerySchema,
  documentSchema,
  idParamsSchema,
  urlRequestSchema,
} from '../../schemas.ts';
import { readUpload } from '../../upload.ts';

const PATH = '/api/knowledge/documents';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const UPLOAD_NOTE =
  'multipart/form-data with `file` (PDF, DOCX, PPTX, XLSX, CSV, Markdown, HTML or text) and optionally `title`, `locale`, `audience`; `review=true` stops before the switch.';

const accepted = (view: DocumentView) => ({ documentId: view.id, ...withIsoDates(view) });

export const documentRoutes: FastifyPluginAsyncZod<{ documents: DocumentService }> = async (app, { documents }) => {
  app.post(
    PATH,
    {
      schema: {
        tags,
        summary: 'Hand in a document',
        description: UPLOAD_NOTE,
        security,
        'x-upload': true,
        response: { 202: acceptedDocumentSchema },
      },
    },
    async (request, reply) => {
      const { file, fields } = await readUpload(request);
      const view = await documents.create({
        ...file,
        ...fields,
        source: 'upload',
        by: staffOf(request),
      });
      return reply.code(202).header('location', `${PATH}/${view.id}`).send(accepted(view));
    },
  );

  app.post(
    '/api/knowledge/urls',
    {
      schema: {
        tags,
        summary: 'Hand in a page of the web',
        security,
        body: urlRequestSchema,
        response: { 202: acceptedDocumentSchema },
      },
    },
    async (request, reply) => {
      const view = await documents.createFromUrl({ ...request.body, by: staffOf(request) });
      return reply.code(202).header('location', `${PATH}/${view.id}`).send(accepted(view));
    },
  );

  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'Documents, newest first',
        security,
        querystring: documentListQuerySchema,
        response: { 200: z.array(documentSchema) },
      },
    },
    async (request, reply) => withIsoDates(inPages(reply, await documents.list(request.query))),
  );

  app.get(
    `${PATH}/:id`,
    {
      schema: {
        tags,
        summary: 'A document and how far it is',
        security,
        params: idParamsSchema,
        response: { 200: documentSchema },
      },
    },
    async (request) => withIsoDates(await documents.get(request.params.id)),
  );

  app.get(
    `${PATH}/:id/chunks`,
    {
      schema: {
        tags,
        summary: 'The passages of a version, in reading order',
        security,
        params: idParamsSchema,
        querystring: chunkQuerySchema,
        response: { 200: z.array(chunkSchema) },
      },
    },
    async (request, reply) => inPages(reply, await documents.chunks(request.params.id, request.query)),
  );

  app.put(
    `${PATH}/:id`,
    {
      schema: {
        tags,
        summary: 'Replace a document’s file',
        description: `The old version answers until the new one is ready. ${UPLOAD_NOTE}`,
        security,
        params: idParamsSchema,
        'x-upload': true,
        response: { 202: acceptedDocumentSchema },
      },
    },
    async (request, reply) => {
      const { file, fields } = await readUpload(request);
      const by = staffOf(request);
      const view = await documents.replace(request.params.id, file, { review: fields.review, by });
      return reply.code(202).send(accepted(view));
    },
  );

  app.delete(
    `${PATH}/:id`,
    {
      schema: {
        tags,
        summary: 'Remove a document',
        description: 'When it is answered, no search finds the document any more.',
        security,
        params: idParamsSchema,
      },
    },
    async (request, reply) => {
      await documents.remove(request.params.id, staffOf(request));
      return reply.code(204).send();
    },
  );
};
