import { z } from 'zod';
import { labelInputSchema, labelRequestSchema, SLOT_NAMES } from '../../quality/labels/label-schema.ts';
import { comparisonSchema } from '../../quality/models/compare.ts';
import { gateBarsSchema, gateVerdictSchema } from '../../quality/models/gate.ts';
import { languageSchema } from '../../understanding/types.ts';
import { idSchema, instantSchema, lineSchema } from './fields.ts';
import { flagSchema, pageQuerySchema } from './paging.ts';

export { gateBarsSchema, labelInputSchema };

const whole = z.number().int();
const share = z.number().describe('0 to 1');
const byLanguage = z.object({ zh: z.string(), en: z.string() });

const intentBodySchema = z
  .object({ id: z.string(), route: z.string(), definition: byLanguage, slots: z.array(z.string()) })
  .meta({ id: 'IntentDefinition' });
export const intentsSchema = z.object({ intents: z.array(intentBodySchema), slots: z.array(z.enum(SLOT_NAMES)) });

const labelSchema = z
  .object({
    id: z.string(),
    requests: z.array(labelRequestSchema),
    reply: z.string().nullable(),
    note: z.string().nullable(),
    skipped: z.boolean(),
    settles: z.boolean().describe('This one counts, whatever others said'),
    labeller: z.string(),
    updatedAt: instantSchema,
  })
  .meta({ id: 'Label' });

export const turnToLabelSchema = z
  .object({
    turnId: z.string(),
    conversationId: z.string(),
    at: instantSchema,
    text: z.string(),
    language: languageSchema,
    route: z.string().nullable(),
    engine: z.string().nullable(),
    doubt: share.describe('0 sure to 1: little confidence, small lead over the next best intent'),
    reply: z.string().nullable(),
    rating: z.enum(['up', 'down']).nullable(),
    comment: z.string().nullable(),
    unanswered: z.boolean(),
    escalated: z.boolean(),
    predicted: z.array(
      labelRequestSchema.extend({
        route: z.string(),
        confidence: share,
        alternatives: z.array(z.object({ intent: z.string(), confidence: share })),
      }),
    ),
    labels: z.array(labelSchema),
    disputed: z.boolean(),
    before: z.array(z.object({ author: z.string(), text: z.string() })),
  })
  .meta({ id: 'TurnToLabel' });

export const turnQuerySchema = pageQuerySchema.extend({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  queue: z.enum(['doubt', 'feedback', 'unanswered', 'newest']).default('doubt'),
  state: z
    .enum(['open', 'second', 'labelled', 'skipped', 'disputed', 'all'])
    .default('open')
    .describe('second: labelled by others, not by you'),
  intent: lineSchema(60).optional(),
  language: languageSchema.optional(),
  q: lineSchema(200).optional(),
});

export const labelSummarySchema = z
  .object({
    labels: whole,
    labelledTurns: whole,
    skipped: whole,
    disputed: whole,
    imported: whole,
    open: whole.describe('Of the last 30 days'),
    byIntent: z.record(z.string(), whole),
    byLabeller: z.array(z.object({ labeller: z.string(), labels: whole })),
  })
  .meta({ id: 'LabelSummary' });

export const labelExportQuerySchema = z.object({
  format: z
    .enum(['own', 'openai-router', 'openai-writer'])
    .default('own')
    .describe('openai-…: fine-tuning chat format, to learn routing, or to learn replies'),
  mask: flagSchema.default(true).describe('Phones, e-mails, addresses, order numbers as {phone}, …'),
});
export const labelImportSchema = z.object({
  text: z.string().max(30_000_000),
  format: z.enum(['own', 'openai']).default('own'),
  dryRun: z.boolean().default(false).describe('Only tell what would happen'),
});
export const labelImportReportSchema = z
  .object({
    added: whole,
    updated: whole,
    bad: z.array(z.object({ line: whole, field: z.string(), message: z.string() })),
  })
  .meta({ id: 'LabelImportReport' });

export const datasetSchema = z
  .object({
    version: whole,
    hash: z.string().describe('SHA-256 of its lines'),
    note: z.string().nullable(),
    counts: z.object({
      rows: whole,
      labels: whole,
      train: whole,
      held: whole.describe('Never trained on: models are compared on them'),
      context: whole.describe('Only understood in their conversation: not trained on'),
      languages: z.record(z.string(), whole),
      intents: z.record(z.string(), z.object({ shipped: whole, labels: whole, held: whole, zh: whole, en: whole })),
    }),
    createdBy: z.string().nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Dataset' });
export const datasetInputSchema = z.object({ note: z.string().max(500).nullish() });
export const createdDatasetSchema = datasetSchema
  .extend({ created: z.boolean().describe('False: the labels are those of this version still') })
  .meta({ id: 'CreatedDataset' });
export const versionParamsSchema = z.object({ version: z.coerce.number().int().min(0).max(1_000_000_000) });

export const trainingInputSchema = z.object({
  dataset: whole.nullish().describe('Default: a new version of the labels as they are now'),
});
export const trainingRunSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['intents', 'finetune']),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    step: z.string(),
    progress: share,
    dataset: whole.nullable(),
    model: whole.nullable(),
    errorCode: z.string().nullable(),
    error: z.string().nullable(),
    remote: z.record(z.string(), z.unknown()).describe('File and job at the model’s server'),
    startedBy: z.string().nullable(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'TrainingRun' });

const taskSchema = z.enum(['intents', 'router', 'writer']);
export const modelSchema = z
  .object({
    version: whole.describe('0: the shipped one'),
    kind: z.enum(['intents', 'model']),
    name: z.string().nullable(),
    dataset: whole.nullable(),
    metrics: z.record(z.string(), z.number()).nullable(),
    comparison: comparisonSchema.nullable(),
    gate: gateVerdictSchema.nullable(),
    createdBy: z.string().nullable(),
    createdAt: instantSchema.nullable(),
    current: z.array(taskSchema),
  })
  .meta({ id: 'Model' });
export const promoteInputSchema = z.object({
  task: taskSchema.default('intents'),
  force: z.boolean().default(false).describe('Past the gate; wants a reason'),
  reason: z.string().max(500).nullish(),
});
export const rollbackInputSchema = promoteInputSchema.omit({ force: true });
export const promotionSchema = z
  .object({
    task: taskSchema,
    version: whole,
    action: z.enum(['promote', 'rollback']),
    reason: z.string().nullable(),
    forced: z.boolean(),
    by: z.string().nullable(),
    at: instantSchema,
  })
  .meta({ id: 'Promotion' });

export const shadowInputSchema = z.object({ version: whole.min(1), share: z.number().gt(0).max(1).default(1) });
export const shadowSchema = z
  .object({
    id: z.string(),
    version: whole,
    share,
    startedBy: z.string().nullable(),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable(),
    turns: whole,
    agreed: whole,
    dropped: whole,
    pairs: z.array(z.object({ current: z.string(), candidate: z.string(), turns: whole })),
  })
  .meta({ id: 'Shadow' });
export const disagreementSchema = z
  .object({
    turnId: z.string(),
    text: z.string(),
    language: languageSchema,
    current: z.string(),
    currentConfidence: share,
    candidate: z.string(),
    candidateConfidence: share,
    at: instantSchema,
  })
  .meta({ id: 'Disagreement' });
export const turnParamsSchema = z.object({ turnId: idSchema });

export type IntentsBody = z.infer<typeof intentsSchema>;
export type TurnToLabelBody = z.infer<typeof turnToLabelSchema>;
export type LabelInputBody = z.input<typeof labelInputSchema>;
export type LabelSummaryBody = z.infer<typeof labelSummarySchema>;
export type LabelImportBody = z.infer<typeof labelImportReportSchema>;
export type DatasetBody = z.infer<typeof datasetSchema>;
export type CreatedDatasetBody = z.infer<typeof createdDatasetSchema>;
export type TrainingRunBody = z.infer<typeof trainingRunSchema>;
export type ModelBody = z.infer<typeof modelSchema>;
export type PromotionBody = z.infer<typeof promotionSchema>;
export type GateBarsBody = z.infer<typeof gateBarsSchema>;
export type ShadowBody = z.infer<typeof shadowSchema>;
export type DisagreementBody = z.infer<typeof disagreementSchema>;
