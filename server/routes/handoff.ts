import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ConversationService } from '../../conversations/ports.ts';
import { callerOf } from '../plugins/authentication.ts';
import { contactSchema, handoffRequestSchema, handoffSchema, idParamsSchema, ratingSchema } from '../schemas.ts';

const about = (summary: string) => ({ tags: ['Conversations'], summary, security: [{ bearer: [] }] });
const params = idParamsSchema;
const none = { 'x-no-content': true };

/** The customer’s side of a handoff: called, waited for, given up, rated. */
export const handoffRoutes: FastifyPluginAsyncZod<{
  conversations: Pick<ConversationService, 'handoff' | 'type'>;
}> = async (app, { conversations }) => {
  app.addHook('onRequest', app.requireCaller);

  app.post(
    '/api/conversations/:id/handoff',
    {
      preHandler: app.limits.chat,
      schema: {
        ...about('Ask for a person'),
        params,
        body: handoffRequestSchema,
        'x-optional-body': true,
        response: { 200: handoffSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { reason } = request.body ?? {};
      const { status } = await conversations.handoff.request(callerOf(request), id, reason ? { reason } : {});
      return { conversationId: id, status };
    },
  );

  app.delete(
    '/api/conversations/:id/handoff',
    {
      preHandler: app.limits.chat,
      schema: {
        ...about('Leave the queue and go back to the bot'),
        params,
        response: { 200: handoffSchema },
        'x-problems': [409],
      },
    },
    async (request) => {
      const { id } = request.params;
      const { status } = await conversations.handoff.cancel(callerOf(request), id);
      return { conversationId: id, status };
    },
  );

  app.put(
    '/api/conversations/:id/handoff/contact',
    {
      preHandler: app.limits.chat,
      schema: {
        ...about('Where to answer if I do not wait'),
        params,
        body: contactSchema,
        ...none,
        'x-problems': [409],
      },
    },
    async (request, reply) => {
      await conversations.handoff.leaveContact(callerOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );

  app.put(
    '/api/conversations/:id/rating',
    { preHandler: app.limits.reads, schema: { ...about('Rate the talk'), params, body: ratingSchema, ...none } },
    async (request, reply) => {
      await conversations.handoff.rate(callerOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/conversations/:id/typing',
    { preHandler: app.limits.reads, schema: { ...about('I am writing: my agent sees it'), params, ...none } },
    async (request, reply) => {
      await conversations.type(callerOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
};
