import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { TurnService } from '../../conversations/ports.ts';
import { isSettled } from '../is-settled.ts';
import { callerOf } from '../plugins/authentication.ts';
import { idSchema } from '../schemas.ts';
import { readPosition } from '../streams/stream-position.ts';
import { turnFrames } from '../streams/turn-frames.ts';
import { UI_MESSAGE_STREAM_HEADER } from '../streams/ui-message-stream.ts';

export const chatStreamRoutes: FastifyPluginAsyncZod<{ turns: Pick<TurnService, 'current'> }> = async (
  app,
  { turns },
) => {
  app.get(
    '/api/chat/:conversationId/stream',
    {
      onRequest: app.requireCaller,
      preHandler: app.limits.reads,
      schema: {
        tags: ['Chat'],
        summary: 'Take up a reply’s stream after a cut',
        description:
          'From the event after `Last-Event-ID`, or from the beginning of the running turn. 204 when none is running ' +
          'and the id names no finished one.',
        security: [{ bearer: [] }],
        params: z.object({ conversationId: idSchema }),
        headers: z.looseObject({ 'last-event-id': z.string().max(500).optional() }),
        'x-event-stream': true,
        'x-no-content': true,
      },
    },
    async (request, reply) => {
      const { conversationId } = request.params;
      const handle = await turns.current(callerOf(request), conversationId);
      if (!handle) return reply.code(204).send();
      handle.result.catch(() => undefined);
      const position = readPosition(request.headers['last-event-id'], handle.replyId);
      if (!position && (await isSettled(handle.result))) return reply.code(204).send();
      reply.headers({ ...UI_MESSAGE_STREAM_HEADER, 'x-conversation-id': conversationId });
      await app.stream(reply, (signal) => turnFrames(handle, signal, position));
      return reply;
    },
  );
};
