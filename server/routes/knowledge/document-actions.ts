import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DocumentService } from '../../../knowledge/ports.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  acceptedDocumentSchema,
  documentChangeSchema,
  documentSchema,
  documentVersionSchema,
  fileQuerySchema,
  idParamsSchema,
  sentenceChoiceSchema,
} from '../../schemas.ts';

const PATH = '/api/knowledge/documents/:id';
const tags = ['Knowledge'];
const security = [{ bearer: [] }];
/** What a browser may show by itself; everything else is only saved. */
const SHOWN = /^(application\/pdf|text\/plain)/;

/** What may be done with a document that was handed in. */
export const documentActionRoutes: FastifyPluginAsyncZod<{ documents: DocumentService }> = async (
  app,
  { documents },
) => {
  app.patch(
    PATH,
    {
      schema: {
        tags,
        summary: 'Change a document’s title, language or audience',
        description: 'Title and audience take effect at once, the language when the file is read the next time.',
        security,
        params: idParamsSchema,
        body: documentChangeSchema,
        response: { 200: documentSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await documents.change(request.params.id, request.body, staffOf(request))),
  );

  app.put(
    `${PATH}/sentences`,
    {
      schema: {
        tags,
        summary: 'Quote a sentence that was taken for an instruction to the machine, or leave it out again',
        description: 'Takes effect at once, also for later versions of the document.',
        security,
        params: idParamsSchema,
        body: sentenceChoiceSchema,
        response: { 200: documentSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await documents.quote(request.params.id, request.body, staffOf(request))),
  );

  app.post(
    `${PATH}/retry`,
    {
      schema: {
        tags,
        summary: 'Read a failed file again, or fetch a web page anew',
        security,
        params: idParamsSchema,
        response: { 202: acceptedDocumentSchema },
        'x-problems': [409],
      },
    },
    async (request, reply) => {
      const view = await documents.retry(request.params.id, staffOf(request));
      return reply.code(202).send({ documentId: view.id, ...withIsoDates(view) });
    },
  );

  app.post(
    `${PATH}/publish`,
    {
      schema: {
        tags,
        summary: 'Let the version held for review answer',
        security,
        params: idParamsSchema,
        response: { 200: documentSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await documents.publish(request.params.id, staffOf(request))),
  );

  app.post(
    `${PATH}/discard`,
    {
      schema: {
        tags,
        summary: 'Drop the version held for review',
        security,
        params: idParamsSchema,
        response: { 200: documentSchema },
        'x-problems': [409],
      },
    },
    async (request) => withIsoDates(await documents.discard(request.params.id, staffOf(request))),
  );

  app.get(
    `${PATH}/versions`,
    {
      schema: {
        tags,
        summary: 'Versions that answered before the present one, newest first',
        description: 'The file of each is at `/file?version=`. A purge that is asked for takes them off the disk.',
        security,
        params: idParamsSchema,
        response: { 200: z.array(documentVersionSchema) },
      },
    },
    async (request) => (await documents.versions(request.params.id)).map(withIsoDates),
  );

  app.get(
    `${PATH}/file`,
    {
      schema: {
        tags,
        summary: 'The file as it was handed in',
        security,
        params: idParamsSchema,
        querystring: fileQuerySchema,
      },
    },
    async (request, reply) => {
      const { fileName, mime, bytes, stream } = await documents.file(request.params.id, request.query.version);
      const how = SHOWN.test(mime) ? 'inline' : 'attachment';
      return reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('content-disposition', `${how}; filename*=UTF-8''${encodeName(fileName)}`)
        .header('content-length', bytes)
        .type(mime)
        .send(stream);
    },
  );
};

/** RFC 8187: what encodeURIComponent leaves of it is encoded too. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
