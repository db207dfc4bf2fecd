import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { lineSchema, localeTagSchema } from './fields.ts';

export const searchRequestSchema = z.object({
  query: lineSchema(2_000),
  k: z.number().int().min(1).max(50).optional().describe('How many passages; default 8'),
  locale: localeTagSchema.optional().describe('Preferred language; taken from the query when left out'),
  audiences: z.array(z.string()).max(20).optional().describe('Default: public'),
  kinds: z.array(z.enum(['document', 'faq', 'product'])).optional(),
});

const legSchema = z.object({ rank: z.number().int(), score: z.number() });

export const hitSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['document', 'faq', 'product']),
    documentId: z.string(),
    title: z.string(),
    page: z.number().int().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    language: languageSchema,
    audience: z.string(),
    rank: z.number().int().describe('Final place, from 1'),
    score: z.number().describe('After fusion and reranking; comparable within one query'),
    evidence: z.number().describe('Calibrated probability that this passage answers the query'),
    legs: z.object({
      lexical: legSchema.nullable(),
      vector: legSchema.nullable(),
      fused: legSchema,
      rerank: legSchema,
    }),
  })
  .meta({ id: 'Hit' });

export const searchResponseSchema = z
  .object({
    query: z.string(),
    passages: z.array(hitSchema),
    evidence: z.number().describe('The best passage’s evidence, 0 when there is none'),
    degraded: z.boolean().describe('The vector leg was out of reach'),
  })
  .meta({ id: 'SearchResponse' });

export type HitBody = z.infer<typeof hitSchema>;
export type SearchResponseBody = z.infer<typeof searchResponseSchema>;
