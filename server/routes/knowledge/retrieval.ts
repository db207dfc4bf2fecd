import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Retriever } from '../../../knowledge/types.ts';
import { detectLanguage } from '../../../understanding/language.ts';
import type { BenchAnswer } from '../../dependencies.ts';
import { readLanguage } from '../../language.ts';
import { searchRequestSchema, searchResponseSchema } from '../../schemas.ts';

const tags = ['Knowledge'];
const security = [{ bearer: [] }];
const DEFAULT_K = 8;
/** A reply is written from as many passages as in a chat. */
const QUOTED = 6;

export const retrievalRoutes: FastifyPluginAsyncZod<{
  retriever: Retriever;
  benchAnswer: BenchAnswer;
}> = async (app, { retriever, benchAnswer }) => {
  app.post(
    '/api/knowledge/search',
    {
      schema: {
        tags,
        summary: 'Search as an answer would: the retrieval test bench',
        description:
          'How the query was understood; each passage with its place and score in every leg and why it won; with `answer` what the local engine would reply.',
        security,
        body: searchRequestSchema,
        response: { 200: searchResponseSchema },
      },
    },
    async (request) => {
      const { query, k = DEFAULT_K, locale, audiences, kinds, answer } = request.body;
      const language = readLanguage(locale) ?? detectLanguage(query, 'zh').language;
      const found = await retriever.search({ query, language, k, audiences, kinds, explain: true });
      const { hits, evidence, degraded, explanation } = found;
      const reply = answer ? await benchAnswer({ question: query, hits: hits.slice(0, QUOTED), language }) : null;
      const passages = hits.map(({ sentences: _sentences, revision: _revision, ...hit }) => hit);
      return { query, passages, evidence, degraded, explanation, answer: reply };
    },
  );
};
