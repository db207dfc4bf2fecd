import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { InsightService } from '../../insights/insight-service.ts';
import { csv } from '../csv.ts';
import {
  checkedSpan,
  countedConversationSchema,
  figureQuerySchema,
  idParamsSchema,
  insightQuerySchema,
  insightReportSchema,
  transcriptLineSchema,
} from '../schemas.ts';
import { sendSheet } from '../send-sheet.ts';

const about = (summary: string) => ({ tags: ['Insights'], summary, security: [{ bearer: [] }] });

/** How well customers are served, in numbers that lead to their conversations. */
export const insightRoutes: FastifyPluginAsyncZod<{ insights: InsightService }> = async (app, { insights }) => {
  app.addHook('onRequest', app.requireStaff('qa'));

  app.get(
    '/api/insights',
    {
      schema: {
        ...about('The figures of a span of days'),
        querystring: insightQuerySchema,
        response: { 200: insightReportSchema },
      },
    },
    ({ query }) => insights.report(checkedSpan(query), query.locale),
  );

  app.get(
    '/api/insights/conversations',
    {
      schema: {
        ...about('The conversations behind a figure, newest first'),
        description: 'For example `metric=handoff&key=customer_request`; at most 200.',
        querystring: figureQuerySchema,
        response: { 200: z.array(countedConversationSchema) },
      },
    },
    ({ query }) => insights.behind(checkedSpan(query)),
  );

  app.get(
    '/api/insights/conversations/:id',
    {
      schema: {
        ...about('A conversation, line by line, with how each reply came about'),
        params: idParamsSchema,
        response: { 200: z.array(transcriptLineSchema) },
      },
    },
    ({ params }) => insights.transcript(params.id),
  );

  app.get(
    '/api/insights/export',
    { schema: { ...about('Every counter of every day as CSV'), querystring: insightQuerySchema, 'x-sheet': ['csv'] } },
    async ({ query }, reply) => {
      const counts = await insights.everyCount(checkedSpan(query));
      const rows = counts.map(({ day, metric, key, n }) => [day, metric, key, n]);
      const text = csv(['day', 'metric', 'key', 'n'], rows);
      return sendSheet(reply, { text, name: 'insights', format: 'csv' });
    },
  );
};
