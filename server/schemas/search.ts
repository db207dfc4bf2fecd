import { z } from 'zod';
import { citationSchema, languageSchema } from '../../graph/turn-result.ts';
import { lineSchema, localeTagSchema } from './fields.ts';

export const searchRequestSchema = z.object({
  query: lineSchema(2_000),
  k: z.number().int().min(1).max(50).optional().describe('How many passages; default 8'),
  locale: localeTagSchema.optional().describe('Preferred language; taken from the query when left out'),
  audiences: z.array(z.string()).max(20).optional().describe('Default: public'),
  kinds: z.array(z.enum(['document', 'faq', 'product'])).optional(),
  answer: z.boolean().default(false).describe('Also write what the local engine would reply'),
});

const legSchema = z.object({ rank: z.number().int(), score: z.number() });

/** Why a passage stands where it stands. */
const whySchema = z
  .object({
    features: z
      .array(z.object({ name: z.string(), value: z.number(), rerank: z.number(), evidence: z.number() }))
      .describe('Each feature with what it adds to the rerank score and to the evidence (log-odds)'),
    bias: z.number().describe('Log-odds of the evidence before any feature'),
    met: z.array(z.string()).describe('Units of the question that the passage meets'),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Why' });

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
    why: whySchema.optional(),
  })
  .meta({ id: 'Hit' });

const unitSchema = z.object({
  text: z.string().describe('As it is looked for'),
  written: z.string().describe('As it was written, or meant where a slip was mended'),
  kind: z.enum(['word', 'number', 'model']),
  weight: z.number(),
  share: z.number().describe('Of the weight of all units, 0 to 1'),
  concepts: z.array(z.string()).describe('Entries of the lexicon that it belongs to'),
  unknown: z.boolean().describe('Stands nowhere in the knowledge'),
  correctedFrom: z.string().nullable().describe('What was written, where a slip of the keyboard was mended'),
});

/** How a query was understood, and what follows from the evidence. */
const explanationSchema = z
  .object({
    language: languageSchema,
    units: z.array(unitSchema),
    threshold: z.number().describe('Evidence from which on it is answered'),
    askThreshold: z.number().describe('Evidence from which on, below the threshold, it is asked back'),
    verdict: z.enum(['answer', 'clarify', 'decline']),
  })
  .meta({ id: 'SearchExplanation' });

const benchAnswerSchema = z
  .object({
    answered: z.boolean(),
    text: z.string(),
    citations: z.array(citationSchema),
    engine: z.string(),
  })
  .meta({ id: 'BenchAnswer' });

export const searchResponseSchema = z
  .object({
    query: z.string(),
    passages: z.array(hitSchema),
    evidence: z.number().describe('The best passage’s evidence, 0 when there is none'),
    degraded: z.boolean().describe('The vector leg was out of reach'),
    explanation: explanationSchema.optional(),
    answer: benchAnswerSchema.nullable().describe('What the local engine would reply; null unless asked for'),
  })
  .meta({ id: 'SearchResponse' });

export type HitBody = z.infer<typeof hitSchema>;
export type SearchResponseBody = z.infer<typeof searchResponseSchema>;
