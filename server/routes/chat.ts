import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { TurnService } from '../../conversations/ports.ts';
import { readChatMessage } from '../chat-message.ts';
import { callerOf } from '../plugins/authentication.ts';
import { chatRequestSchema, turnResultResponseSchema } from '../schemas.ts';
import { turnFrames } from '../streams/turn-frames.ts';
import { UI_MESSAGE_STREAM_HEADER } from '../streams/ui-message-stream.ts';

export const chatRoutes: FastifyPluginAsyncZod<{ turns: Pick<TurnService, 'submit'> }> = async (app, { turns }) => {
  app.post(
    '/api/chat',
    {
      onRequest: app.requireCaller,
      preHandler: app.limits.chat,
      schema: {
        tags: ['Chat'],
        summary: 'Say something; the reply as a stream or as one object',
        description:
          'With `Accept: text/event-stream`, or with the AI SDK’s body, the reply is an AI SDK UI message stream v1: ' +
          '`data-status`, `data-route`, text, `data-citation`, `data-card`, `data-confirmation`, `finish`, `[DONE]`. ' +
          'The turn goes on when the client leaves; GET /api/chat/{conversationId}/stream takes it up again.',
        security: [{ bearer: [] }],
        body: chatRequestSchema,
        response: { 200: turnResultResponseSchema },
        'x-event-stream': true,
        'x-problems': [404, 429, 503],
      },
    },
    async (request, reply) => {
      const { fromAiSdk, ...message } = readChatMessage(request.body);
      const handle = await app.admit(() => turns.submit({ ...message, caller: callerOf(request) }));
      // A turn that nobody waits for may fail without a word: its error is stored and streamed.
      handle.result.catch(() => undefined);
      reply.header('x-conversation-id', handle.conversationId);
      if (!fromAiSdk && !request.headers.accept?.includes('text/event-stream')) return handle.result;
      reply.headers(UI_MESSAGE_STREAM_HEADER);
      await app.stream(reply, (signal) => turnFrames(handle, signal));
      return reply;
    },
  );
};
