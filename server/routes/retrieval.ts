import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { GapTopics } from '../../knowledge/gaps/gap-service.ts';
import type { Retriever } from '../../knowledge/types.ts';
import { detectLanguage } from '../../understanding/language.ts';
import { withIsoDates } from '../iso-dates.ts';
import { readLanguage } from '../language.ts';
import { gapSchema, searchRequestSchema, searchResponseSchema } from '../schemas.ts';

const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const DEFAULT_K = 8;
const topicSchema = gapSchema.pick({
  topic: true,
  question: true,
  count: true,
  language: true,
  lastAskedAt: true,
  examples: true,
});

export const retrievalRoutes: FastifyPluginAsyncZod<{ retriever: Retriever; gaps: GapTopics }> = async (
  app,
  { retriever, gaps },
) => {
  app.post(
    '/api/knowledge/search',
    {
      schema: {
        tags,
        summary: 'Search as an answer would: the retrieval test bench',
        description: 'Each passage with its place and score in every leg, and where fusion and reranking put it.',
        security,
        body: searchRequestSchema,
        response: { 200: searchResponseSchema },
      },
    },
    async (request) => {
      const { query, k = DEFAULT_K, locale, audiences, kinds } = request.body;
      const language = readLanguage(locale) ?? detectLanguage(query, 'zh').language;
      const { hits, evidence, degraded } = await retriever.search({ query, language, k, audiences, kinds });
      return { query, passages: hits, evidence, degraded, answer: null };
    },
  );

  app.get(
    '/api/knowledge/gaps',
    {
      schema: {
        tags,
        summary: 'Questions that found no evidence, grouped, most frequent first',
        security,
        response: { 200: z.array(topicSchema) },
      },
    },
    async () => (await gaps.list()).map(withIsoDates),
  );
};
