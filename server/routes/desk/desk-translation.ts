import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeskTranslation } from '../../../conversations/desk/desk-translation.ts';
import {
  idParamsSchema,
  replyToTranslateSchema,
  translatedReplySchema,
  translatedSchema,
  translationModelSchema,
  translationRequestSchema,
} from '../../schemas.ts';

const about = (summary: string) => ({ tags: ['Desk'], summary, security: [{ bearer: [] }] });

/** What customers write in the agent's language, and the other way, where a model is set. */
export const deskTranslationRoutes: FastifyPluginAsyncZod<{ translation: DeskTranslation }> = async (
  app,
  { translation },
) => {
  app.addHook('onRequest', app.requireStaff('agent'));
  app.get(
    '/api/desk/translation',
    { schema: { ...about('The model that translates, if one is set'), response: { 200: translationModelSchema } } },
    async () => ({ model: translation.model() }),
  );
  app.post(
    '/api/desk/conversations/:id/translations',
    {
      schema: {
        ...about('Messages of customer and bot in another language; null where the model did not answer'),
        params: idParamsSchema,
        body: translationRequestSchema,
        response: { 200: z.array(translatedSchema) },
        'x-problems': [409],
      },
    },
    ({ params, body }) => translation.messages(params.id, body.messageIds, body.language),
  );
  app.post(
    '/api/desk/conversations/:id/translate',
    {
      schema: {
        ...about('An agent’s reply in the customer’s language, to be read and sent by the agent'),
        params: idParamsSchema,
        body: replyToTranslateSchema,
        response: { 200: translatedReplySchema },
        'x-problems': [409, 503],
      },
    },
    ({ params, body }) => translation.reply(params.id, body.text),
  );
};
