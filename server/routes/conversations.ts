import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { ConversationService } from '../../conversations/ports.ts';
import type { ConversationList } from '../directory/conversation-list.ts';
import { withIsoDates } from '../iso-dates.ts';
import { callerOf } from '../plugins/authentication.ts';
import {
  conversationEntrySchema,
  conversationViewSchema,
  feedbackSchema,
  idParamsSchema,
  settleParamsSchema,
  settleSchema,
  turnResultResponseSchema,
} from '../schemas.ts';

const LISTED = 50;
const security = [{ bearer: [] }];
const tags = ['Conversations'];
const isUuid = (id: string) => z.guid().safeParse(id).success;

export interface ConversationRoutesOptions {
  conversations: ConversationService;
  list: ConversationList;
}

export const conversationRoutes: FastifyPluginAsyncZod<ConversationRoutesOptions> = async (
  app,
  { conversations, list },
) => {
  app.addHook('onRequest', app.requireCaller);

  app.get(
    '/api/conversations',
    {
      preHandler: app.limits.reads,
      schema: {
        tags,
        summary: 'My conversations, newest first',
        security,
        response: { 200: z.array(conversationEntrySchema) },
      },
    },
    async (request) => (await list.of(callerOf(request), LISTED)).map(withIsoDates),
  );

  app.get(
    '/api/conversations/:id',
    {
      preHandler: app.limits.reads,
      schema: {
        tags,
        summary: 'A conversation’s history',
        security,
        params: idParamsSchema,
        response: { 200: conversationViewSchema },
      },
    },
    (request) => conversations.history(callerOf(request), request.params.id),
  );

  app.post(
    '/api/conversations/:id/confirmations/:confirmationId',
    {
      preHandler: app.limits.chat,
      schema: {
        tags,
        summary: 'Approve or reject a change that was asked to be confirmed',
        description: 'Settles it once: 409 `confirmation_settled` or `confirmation_expired` afterwards.',
        security,
        params: settleParamsSchema,
        body: settleSchema,
        response: { 200: turnResultResponseSchema },
        'x-problems': [409],
      },
    },
    (request) => {
      const { id, confirmationId } = request.params;
      if (!isUuid(confirmationId)) throw notFound('confirmation');
      return conversations.settleConfirmation(callerOf(request), id, confirmationId, request.body.approve);
    },
  );

  app.post(
    '/api/conversations/:id/feedback',
    {
      preHandler: app.limits.reads,
      schema: {
        tags,
        summary: 'Rate a reply',
        security,
        params: idParamsSchema,
        body: feedbackSchema,
        response: { 200: feedbackSchema },
      },
    },
    async (request) => {
      await conversations.giveFeedback(callerOf(request), request.params.id, request.body);
      return request.body;
    },
  );
};
