import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type OperatorSection, type OperatorSettings, operatorSettings } from '../../stores/operator-settings.ts';
import {
  settingsQuerySchema,
  settingsSchema,
  widgetColoursQuerySchema,
  widgetColoursSchema,
  widgetLookSchema,
} from '../schemas.ts';
import { accentColours } from '../settings/accent-colours.ts';
import type { OperatorService } from '../settings/operator-service.ts';

/** A fact of the start that can be looked at but not changed. */
export interface EnvironmentFact {
  name: string;
  value: string;
}

const SCHEMAS: { [Section in OperatorSection]: z.ZodType<OperatorSettings[Section]> } = operatorSettings;
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
  const put = <Section extends OperatorSection>(section: Section, summary: string) =>
    app.put(
      `/api/settings/${section}`,
      { onRequest, schema: { ...about(summary), ...none, body: SCHEMAS[section] } },
      async ({ body }, reply) => {
        // Checked already; once more, because the compiler does not follow a schema that is chosen.
        await operator.write(section, SCHEMAS[section].parse(body));
        return reply.code(204).send();
      },
    );
  put('shop', 'Set name and opening hours');
  put('widget', 'Set the widget’s words and colour');
  put('handoff', 'Set what is said around a handoff');
  put('recommendation', 'Set what is never recommended');
  put('prices', 'Set what the model costs');

  app.get(
    '/api/settings/widget/colours',
    {
      onRequest,
      schema: {
        ...about('The shades that follow from a colour of the widget, before it is set'),
        querystring: widgetColoursQuerySchema,
        response: { 200: widgetColoursSchema },
      },
    },
    async ({ query }) => accentColours(query.accent),
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
