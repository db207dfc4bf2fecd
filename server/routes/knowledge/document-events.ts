import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { DocumentService, DocumentView } from '../../../knowledge/ports.ts';
import { withIsoDates } from '../../iso-dates.ts';
import { idParamsSchema } from '../../schemas.ts';
import { sseFrame } from '../../streams/sse-frame.ts';

export const documentEventRoutes: FastifyPluginAsyncZod<{ documents: Pick<DocumentService, 'get' | 'watch'> }> = async (
  app,
  { documents },
) => {
  app.get(
    '/api/knowledge/documents/:id/events',
    {
      schema: {
        tags: ['Knowledge'],
        summary: 'A document’s progress, live',
        description: 'The document now and after each change, as server-sent events; ends once ready or failed.',
        security: [{ bearer: [] }],
        params: idParamsSchema,
        'x-event-stream': true,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // Before the first byte: a stream that has begun can no longer be a 404.
      await documents.get(id);
      await app.stream(reply, (signal) => frames(documents.watch(id, signal)));
      return reply;
    },
  );
};

async function* frames(views: AsyncIterable<DocumentView>): AsyncGenerator<string> {
  for await (const view of views) yield sseFrame({ event: 'document', data: withIsoDates(view) });
}
