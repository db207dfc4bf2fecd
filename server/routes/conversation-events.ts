import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { ConversationEvent, ConversationService } from '../../conversations/ports.ts';
import type { ConversationList } from '../directory/conversation-list.ts';
import { callerOf } from '../plugins/authentication.ts';
import { idParamsSchema } from '../schemas.ts';
import { sseFrame } from '../streams/sse-frame.ts';

export interface ConversationEventRoutesOptions {
  conversations: Pick<ConversationService, 'events'>;
  list: Pick<ConversationList, 'lastEventId'>;
}

const eventNumberSchema = z.coerce.number().int().min(0).optional();

export const conversationEventRoutes: FastifyPluginAsyncZod<ConversationEventRoutesOptions> = async (
  app,
  { conversations, list },
) => {
  app.get(
    '/api/conversations/:id/events',
    {
      onRequest: app.requireCaller,
      preHandler: app.limits.reads,
      schema: {
        tags: ['Conversations'],
        summary: 'What happens in a conversation, live',
        description:
          'Server-sent events `message`, `status` and `confirmation`, numbered without gaps, and `typing`, which has no number. Resumable: those after ' +
          '`Last-Event-ID`, or for a first connection after `?after=` (a history’s `lastEventId`), else from now on.',
        security: [{ bearer: [] }],
        params: idParamsSchema,
        querystring: z.object({ after: eventNumberSchema }),
        headers: z.looseObject({ 'last-event-id': eventNumberSchema.catch(undefined) }),
        'x-event-stream': true,
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      // Before the first byte: a stream that has begun can no longer be a 404.
      const newest = await list.lastEventId(caller, id);
      if (newest === undefined) throw notFound('conversation');
      // What happens from here on is heard, even if the client acts as soon as it sees the headers.
      const after = request.headers['last-event-id'] ?? request.query.after ?? newest;
      await app.stream(reply, (signal) => frames(conversations.events(caller, id, { after, signal })));
      return reply;
    },
  );
};

async function* frames(events: AsyncIterable<ConversationEvent>): AsyncGenerator<string> {
  for await (const { id, type, payload } of events) {
    // The event's number is the frame's id; an id in the data is the message's.
    yield sseFrame({ ...(id === null ? {} : { id: String(id) }), event: type, data: { type, ...payload } });
  }
}
