import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { operatorSettings } from '../../stores/operator-settings.ts';
import { settingsQuerySchema, settingsSchema, widgetLookSchema } from '../schemas.ts';
import type { OperatorService } from '../settings/operator-service.ts';

/** A fact of the start that can be looked at but not changed. */
export interface EnvironmentFact {
  name: string;
  value: string;
}

const about = (summary: string) => ({ tags: ['Staff'], summary, security: [{ bearer: [] }] });
const none = { 'x-no-content': true };

/** What admins set while Kefu runs, and what the widget takes from it. */
export const settingsRoutes: FastifyPluginAsyncZod<{
  operator: OperatorService;
  environment: EnvironmentFact[];
}> = async (app, { operator, environment }) => {
  const onRequest = app.requireStaff('admin');

  app.get(
    '/api/settings',
    {
      onRequest,
      schema: {
        ...about('Everything that can be set, with what holds where nothing is'),
        querystring: settingsQuerySchema,
        response: { 200: settingsSchema },
      },
    },
    async ({ query }) => {
      const [settings, defaults] = await Promise.all([operator.read(), operator.defaults(query.locale)]);
      return { settings, defaults, environment };
    },
  );
  const set = (summary: string) => ({ ...about(summary), ...none });
  app.put(
    '/api/settings/shop',
    { onRequest, schema: { ...set('Set name and opening hours'), body: operatorSettings.shop } },
    async ({ body }, reply) => {
      await operator.write('shop', body);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/settings/widget',
    { onRequest, schema: { ...set('Set the widget’s words and colour'), body: operatorSettings.widget } },
    async ({ body }, reply) => {
      await operator.write('widget', body);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/settings/handoff',
    { onRequest, schema: { ...set('Set what is said around a handoff'), body: operatorSettings.handoff } },
    async ({ body }, reply) => {
      await operator.write('handoff', body);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/settings/recommendation',
    {
      onRequest,
      schema: { ...set('Set what is never recommended'), body: operatorSettings.recommendation },
    },
    async ({ body }, reply) => {
      await operator.write('recommendation', body);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/settings/prices',
    { onRequest, schema: { ...set('Set what the model costs'), body: operatorSettings.prices } },
    async ({ body }, reply) => {
      await operator.write('prices', body);
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/widget',
    {
      schema: {
        tags: ['Chat'],
        summary: 'The shop’s own words and colours of the widget',
        description: 'Null where the widget’s own hold. Anybody may read it.',
        response: { 200: widgetLookSchema },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send(await operator.widgetLook()),
  );
};
