import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ConversationService } from '../../conversations/ports.ts';
import type { Metrics } from '../metrics.ts';
import { callerOf } from '../plugins/authentication.ts';
import { cardEventSchema, idParamsSchema, keptCardEventsSchema } from '../schemas.ts';

/** What became of the products that a reply showed. */
export const cardEventRoutes: FastifyPluginAsyncZod<{
  conversations: Pick<ConversationService, 'keepCardEvent'>;
  metrics: Pick<Metrics, 'cardsUsed'>;
}> = async (app, { conversations, metrics }) => {
  app.addHook('onRequest', app.requireCaller);

  app.post(
    '/api/conversations/:id/card-events',
    {
      preHandler: app.limits.reads,
      schema: {
        tags: ['Conversations'],
        summary: 'Tell that product cards of a reply were shown, clicked or put into the basket',
        description: 'Each product counts once per reply and kind; products that the reply does not show are left out.',
        security: [{ bearer: [] }],
        params: idParamsSchema,
        body: cardEventSchema,
        response: { 200: keptCardEventsSchema },
      },
    },
    async (request) => {
      const kept = await conversations.keepCardEvent(callerOf(request), request.params.id, request.body);
      metrics.cardsUsed(request.body.kind, kept);
      return { kept };
    },
  );
};
