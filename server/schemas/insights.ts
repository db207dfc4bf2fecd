import { z } from 'zod';
import { badRequest } from '../../config/errors.ts';
import { languageSchema } from '../../graph/turn-result.ts';
import { lineSchema } from './fields.ts';

const daySchema = z.iso.date();
const MOST_DAYS = 732;

export const insightQuerySchema = z.object({
  from: daySchema.describe('First calendar day in the shop’s time zone'),
  to: daySchema.describe('Last day, inclusive'),
  locale: languageSchema.default('en'),
});

export const figureQuerySchema = insightQuerySchema.extend({ metric: lineSchema(40), key: lineSchema(200) });

/** AppError 400 when the days are in the wrong order or too many. */
export function checkedSpan<Span extends { from: string; to: string }>(span: Span): Span {
  const days = (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000;
  if (days < 0) throw badRequest('bad_span', '`from` must not be after `to`.');
  if (days > MOST_DAYS) throw badRequest('bad_span', `Ask for ${MOST_DAYS} days at most.`);
  return span;
}

const keyCounts = z.array(z.object({ key: z.string(), n: z.number() }));
const namedCounts = z.array(z.object({ key: z.string(), name: z.string(), n: z.number() }));
const quantiles = z.object({ p50: z.number().nullable(), p95: z.number().nullable() });
const source = z.object({ documentId: z.string(), title: z.string(), kind: z.enum(['document', 'faq', 'product']) });

export const insightReportSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    conversations: z
      .record(z.enum(['all', 'contained', 'handed_over', 'confirmed', 'assumed', 'verified', 'durable']), z.number())
      .describe('Contained: without a person. Four kinds of resolution: what each means stands in docs/insights.md'),
    turns: z.record(z.enum(['all', 'unanswered', 'degraded', 'failed']), z.number()),
    routes: keyCounts,
    intents: keyCounts,
    languages: keyCounts,
    engines: keyCounts,
    replyMs: quantiles,
    firstMs: quantiles,
    handoffs: z.object({ all: z.number(), reasons: keyCounts, ends: keyCounts, waitSeconds: quantiles }),
    ratings: z.object({ average: z.number().nullable(), scores: keyCounts }),
    feedback: z.object({ up: z.number(), down: z.number(), reasons: keyCounts }),
    gaps: namedCounts.describe('Matters that found no answer; the name is how each was asked last'),
    cards: z
      .record(z.enum(['shown', 'clicked', 'added', 'bought']), z.number())
      .describe('Products of cards; bought: ordered by the same customer within seven days of being shown'),
    cardProducts: namedCounts,
    model: z
      .object({
        turns: z.number(),
        sparedTurns: z.number(),
        input: z.number(),
        output: z.number(),
        savedInput: z.number(),
        savedOutput: z.number(),
      })
      .describe('Tokens; saved: what the turns that needed no model would have cost at the average of those that did'),
    cost: z
      .object({ currency: z.string(), spent: z.number(), saved: z.number() })
      .nullable()
      .describe('By the prices in the settings; null: none are set'),
    knowledge: z.object({ used: z.array(source.extend({ n: z.number() })), neverUsed: z.array(source) }),
    series: z.array(
      z.object({
        day: z.string(),
        conversations: z.number(),
        contained: z.number(),
        turns: z.number(),
        unanswered: z.number(),
        handoffs: z.number(),
        routes: z.record(z.string(), z.number()),
        intents: z.record(z.string(), z.number()),
      }),
    ),
    pendingDays: z.number().describe('Days of the span that are still being counted and are not in the figures yet'),
  })
  .meta({ id: 'Insights' });

export const countedConversationSchema = z
  .object({
    conversationId: z.string(),
    startedAt: z.string(),
    language: z.string(),
    status: z.string(),
    preview: z.string(),
  })
  .meta({ id: 'CountedConversation' });

export const transcriptLineSchema = z
  .object({
    id: z.string(),
    author: z.string(),
    text: z.string(),
    createdAt: z.string(),
    route: z.string().nullable(),
    intent: z.string().nullable(),
    confidence: z.number().nullable(),
    engine: z.string().nullable(),
    replyMs: z.number().nullable(),
    rating: z.enum(['up', 'down']).nullable(),
  })
  .meta({ id: 'TranscriptLine' });

export type InsightsBody = z.infer<typeof insightReportSchema>;
export type CountedConversationBody = z.infer<typeof countedConversationSchema>;
export type TranscriptLineBody = z.infer<typeof transcriptLineSchema>;
