import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeskService } from '../../../conversations/ports.ts';
import { staffOf } from '../../plugins/authentication.ts';
import {
  deskConversationSchema,
  deskEntrySchema,
  deskNoteSchema,
  deskQuerySchema,
  deskReplySchema,
  idParamsSchema,
  messageViewSchema,
  noteSchema,
  returnSchema,
  suggestionSchema,
  transferSchema,
} from '../../schemas.ts';
import { sseFrame } from '../../streams/sse-frame.ts';

const PATH = '/api/desk/conversations';
const about = (summary: string) => ({ tags: ['Desk'], summary, security: [{ bearer: [] }] });
const params = idParamsSchema;

export const deskRoutes: FastifyPluginAsyncZod<{ desk: DeskService }> = async (app, { desk }) => {
  app.addHook('onRequest', app.requireStaff('agent'));

  app.get(
    PATH,
    {
      schema: {
        ...about('Conversations that wait for a person or have one'),
        querystring: deskQuerySchema,
        response: { 200: z.array(deskEntrySchema) },
      },
    },
    (request) => desk.list(request.query),
  );

  app.get(
    `${PATH}/:id`,
    {
      schema: {
        ...about('A conversation with its summary, customer, orders and transcript'),
        params,
        response: { 200: deskConversationSchema },
      },
    },
    (request) => desk.open(request.params.id),
  );

  const entry = { params, response: { 200: deskEntrySchema }, 'x-problems': [409] };
  app.post(`${PATH}/:id/claim`, { schema: { ...about('Take a conversation'), ...entry } }, (request) =>
    desk.claim(request.params.id, staffOf(request)),
  );
  app.post(
    `${PATH}/:id/transfer`,
    { schema: { ...about('Pass it on to another agent'), ...entry, body: transferSchema } },
    (request) => desk.transfer(request.params.id, staffOf(request), request.body.staffId),
  );
  app.post(`${PATH}/:id/release`, { schema: { ...about('Put it back into the queue'), ...entry } }, (request) =>
    desk.release(request.params.id, staffOf(request)),
  );
  app.post(
    `${PATH}/:id/return`,
    { schema: { ...about('Give it back to the bot'), ...entry, body: returnSchema, 'x-optional-body': true } },
    (request) => desk.giveBack(request.params.id, staffOf(request), request.body?.learned),
  );
  app.post(`${PATH}/:id/resolve`, { schema: { ...about('Close it as resolved'), ...entry } }, (request) =>
    desk.resolve(request.params.id, staffOf(request)),
  );

  app.post(
    `${PATH}/:id/reply`,
    {
      schema: {
        ...about('Answer the customer'),
        params,
        body: deskReplySchema,
        response: { 201: messageViewSchema },
        'x-problems': [409],
      },
    },
    async (request, reply) => {
      const { text, ...details } = request.body;
      return reply.code(201).send(await desk.reply(request.params.id, staffOf(request), text, details));
    },
  );

  app.post(
    `${PATH}/:id/note`,
    {
      schema: {
        ...about('Write a note that only staff sees'),
        params,
        body: deskNoteSchema,
        response: { 201: noteSchema },
      },
    },
    async (request, reply) => {
      const { text, noteId } = request.body;
      return reply.code(201).send(await desk.note(request.params.id, staffOf(request), text, noteId));
    },
  );

  app.post(
    `${PATH}/:id/typing`,
    { schema: { ...about('I am writing: my customer sees it'), params, 'x-no-content': true } },
    async (request, reply) => {
      await desk.type(request.params.id, staffOf(request));
      return reply.code(204).send();
    },
  );

  app.post(
    `${PATH}/:id/suggest`,
    { schema: { ...about('Draft a reply'), params, response: { 200: suggestionSchema } } },
    (request) => desk.suggest(request.params.id, staffOf(request)),
  );

  app.get(
    '/api/desk/events',
    {
      schema: {
        ...about('Which conversations changed, live'),
        description:
          'Server-sent events `changed` and `typing` (the customer writes); after a reconnect the list is to be read again.',
        'x-event-stream': true,
      },
    },
    async (_request, reply) => {
      await app.stream(reply, (signal) => frames(desk.events({ signal })));
      return reply;
    },
  );
};

async function* frames(events: ReturnType<DeskService['events']>): AsyncGenerator<string> {
  for await (const event of events) yield sseFrame({ event: event.type, data: event });
}
