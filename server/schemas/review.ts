import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { idSchema, instantSchema } from './fields.ts';
import { faqInputSchema, termInputSchema } from './knowledge.ts';
import { flagSchema, pageQuerySchema } from './paging.ts';

const kindSchema = z.enum(['document', 'faq', 'product']);
const citationSchema = z.object({
  kind: kindSchema,
  documentId: z.string(),
  title: z.string(),
  page: z.number().int().nullable(),
  quote: z.string(),
});

const gapKindSchema = z.enum(['unanswered', 'disliked']);
const gapStatusSchema = z.enum(['open', 'answered', 'dismissed']);

/** GET /api/knowledge/gaps */
export const gapSchema = z
  .object({
    id: z.string(),
    kind: gapKindSchema.describe('No evidence was found, or the answer got a thumbs down'),
    status: gapStatusSchema.describe('answered: it would be answered now'),
    topic: z.string().describe('The words that its questions share'),
    question: z.string().describe('The wording that says it best'),
    count: z.number().int(),
    language: languageSchema.describe('The language in which it was asked most'),
    languages: z.object({ zh: z.number().int(), en: z.number().int() }),
    firstAskedAt: instantSchema,
    lastAskedAt: instantSchema,
    examples: z.array(z.string()).describe('Up to five distinct wordings, newest first'),
    questions: z
      .array(
        z.object({
          conversationId: z.string(),
          messageId: z.string(),
          question: z.string(),
          language: languageSchema,
          askedAt: instantSchema,
        }),
      )
      .describe('The last ten times, each with its conversation'),
    weeks: z
      .array(z.object({ start: z.iso.date(), count: z.number().int() }))
      .describe('The last eight weeks, oldest first'),
    evidence: z.number().describe('What the best passage would score now'),
  })
  .meta({ id: 'Gap' });
export const gapQuerySchema = pageQuerySchema.extend({
  status: z.enum(['open', 'answered', 'dismissed', 'all']).default('open'),
  kind: gapKindSchema.optional(),
});

/** GET /api/knowledge/gaps/:id/draft; with its sources left out it is nearly the body of POST /api/knowledge/faqs. */
export const gapDraftSchema = z
  .object({
    question: z.string(),
    variants: z.array(z.string()),
    answer: z.string().describe('From the nearest passages; empty where none comes near'),
    language: languageSchema,
    sources: z.array(citationSchema.extend({ evidence: z.number() })),
  })
  .meta({ id: 'GapDraft' });

const conflictKindSchema = z.enum(['duplicate', 'contradiction']);
const conflictSideSchema = citationSchema
  .extend({ passageId: z.string(), heading: z.string().nullable(), language: languageSchema, audience: z.string() })
  .meta({ id: 'ConflictSide' });

const conflictSchema = z
  .object({
    id: z.string(),
    kind: conflictKindSchema,
    a: conflictSideSchema,
    b: conflictSideSchema,
    about: z.string().describe('The words that both are about'),
    valueA: z.string().nullable().describe('What differs, as this side says it'),
    valueB: z.string().nullable(),
    similarity: z.number(),
    dismissed: z.boolean(),
  })
  .meta({ id: 'Conflict' });

const comparisonStateSchema = z.object({
  state: z.enum(['checking', 'ready']).describe('checking: a comparison is under way; ask again for its findings'),
  progress: z.number(),
  passages: z.number().int(),
  checkedAt: instantSchema.nullable(),
});

/** GET /api/knowledge/conflicts */
export const conflictReportSchema = comparisonStateSchema
  .extend({ items: z.array(conflictSchema), total: z.number().int() })
  .meta({ id: 'ConflictReport' });
export const conflictQuerySchema = pageQuerySchema.extend({
  kind: conflictKindSchema.optional(),
  dismissed: flagSchema.optional().describe('true: those set aside; default: the others'),
});

const conflictPointSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    similarity: z.number(),
    versions: z.array(
      z.object({
        value: z.string().nullable().describe('What differs, as it is said there; null for a duplicate'),
        count: z.number().int(),
        places: z.array(conflictSideSchema).describe('The first of them'),
      }),
    ),
  })
  .meta({ id: 'ConflictPoint' });

const conflictGroupSchema = z
  .object({
    id: z.string(),
    kind: conflictKindSchema,
    titles: z.array(z.string()).describe('Of the first sources'),
    sourceCount: z.number().int(),
    points: z.array(conflictPointSchema).describe('The first of them'),
    pointCount: z.number().int(),
  })
  .meta({ id: 'ConflictGroup' });

/** GET /api/knowledge/conflicts/groups */
export const conflictGroupReportSchema = comparisonStateSchema
  .extend({
    groups: z.array(conflictGroupSchema),
    counts: z.object({ contradiction: z.number().int(), duplicate: z.number().int(), dismissed: z.number().int() }),
  })
  .meta({ id: 'ConflictGroupReport' });
export const conflictGroupQuerySchema = pageQuerySchema.extend({
  list: z.enum(['contradiction', 'duplicate', 'dismissed']).default('contradiction'),
});

/** Body of POST /api/knowledge/preview: exactly one of faq, documentId, term and remove. */
export const previewRequestSchema = z
  .object({
    faq: faqInputSchema
      .extend({ id: idSchema.optional() })
      .optional()
      .describe('As it would be saved; id of an existing one'),
    documentId: idSchema.optional().describe('A document with a version held for review'),
    version: z.number().int().min(1).optional(),
    term: termInputSchema
      .extend({ id: idSchema.optional() })
      .optional()
      .describe('Words as they would be saved; id of an existing entry'),
    remove: z.object({ kind: z.enum(['document', 'faq', 'term']), id: idSchema }).optional(),
    limit: z.number().int().min(1).max(500).optional().describe('Most distinct questions to ask again; default 200'),
  })
  .refine(
    ({ faq, documentId, term, remove }) =>
      [faq, documentId, term, remove].filter((one) => one !== undefined).length === 1,
    'needs exactly one of faq, documentId, term and remove',
  )
  .meta({ id: 'PreviewRequest' });

const previewedAnswerSchema = z
  .object({
    evidence: z.number(),
    verdict: z.enum(['answer', 'clarify', 'decline']),
    citation: citationSchema.nullable(),
  })
  .meta({ id: 'PreviewedAnswer' });

export const previewReportSchema = z
  .object({
    checked: z.number().int().describe('Distinct questions that were asked again'),
    truncated: z.boolean(),
    questions: z
      .array(
        z.object({
          question: z.string(),
          language: languageSchema,
          askedAt: instantSchema,
          count: z.number().int(),
          change: z.enum(['now_answered', 'no_longer_answered', 'other_source', 'other_text']),
          before: previewedAnswerSchema,
          after: previewedAnswerSchema,
        }),
      )
      .describe('Only those that would be answered differently'),
  })
  .meta({ id: 'PreviewReport' });

export type GapBody = z.infer<typeof gapSchema>;
export type GapDraftBody = z.infer<typeof gapDraftSchema>;
export type ConflictSideBody = z.infer<typeof conflictSideSchema>;
export type ConflictPointBody = z.infer<typeof conflictPointSchema>;
export type ConflictGroupBody = z.infer<typeof conflictGroupSchema>;
export type ConflictGroupReportBody = z.infer<typeof conflictGroupReportSchema>;
export type PreviewRequest = z.output<typeof previewRequestSchema>;
export type PreviewRequestBody = z.input<typeof previewRequestSchema>;
export type PreviewReportBody = z.infer<typeof previewReportSchema>;
