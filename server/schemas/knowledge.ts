import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { audienceOf } from '../../knowledge/audiences.ts';
import { ROW_FAULTS } from '../../knowledge/ports.ts';
import { readLanguage } from '../language.ts';
import { instantSchema, lineSchema, localeTagSchema } from './fields.ts';
import { listQuerySchema, pageQuerySchema } from './paging.ts';

export type { FileEnding } from '../../knowledge/documents/file-endings.ts';

const documentStatusSchema = z.enum(['queued', 'processing', 'ready', 'failed', 'review']);

export const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    status: documentStatusSchema.describe('review: built, and held until it is published or discarded'),
    progress: z.number().describe('0 to 1 over all steps of the newest version'),
    step: z.string().nullable().describe('load, split, embed or publish while processing'),
    pages: z.number().int().nullable(),
    chunks: z.number().int().nullable(),
    version: z.number().int().describe('The newest version handed in; the last ready one answers meanwhile'),
    liveVersion: z.number().int().nullable().describe('The version that answers; null until one is ready'),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    warnings: z
      .array(z.object({ code: z.string(), message: z.string(), pages: z.array(z.number().int()).optional() }))
      .describe('What was noticed while the file was read, such as pages without text'),
    source: z.enum(['upload', 'url', 'seed']),
    url: z.string().nullable(),
    locale: languageSchema.nullable(),
    audience: z.string(),
    fileName: z.string().nullable(),
    bytes: z.number().int().nullable().describe('Size of the newest version’s file'),
    updatedBy: z.string().nullable().describe('Who handed in or changed it last; null for the shop’s own files'),
    lastSyncedAt: instantSchema.nullable().describe('When the version that answers took over'),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Document' });

export const documentVersionSchema = z
  .object({
    version: z.number().int(),
    fileName: z.string(),
    bytes: z.number().int().nullable(),
    pages: z.number().int().nullable(),
    chunks: z.number().int(),
    handedInBy: z.string().nullable().describe('Null for the shop’s own files, and where it was not noted'),
    publishedAt: instantSchema.nullable().describe('When it took over'),
    replacedAt: instantSchema.describe('When another version took over'),
  })
  .meta({ id: 'DocumentVersion' });

export const acceptedDocumentSchema = documentSchema
  .extend({ documentId: z.string() })
  .meta({ id: 'AcceptedDocument' });

export const documentListQuerySchema = listQuerySchema.extend({ status: documentStatusSchema.optional() });

export const chunkSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    ordinal: z.number().int().describe('Place in reading order, from 0'),
    page: z.number().int().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    language: languageSchema,
    leftOut: z.array(z.string()).describe('Sentences that instruct the machine: never quoted, read by no model'),
    quotedAnyway: z.array(z.string()).describe('Those that look so too, and are quoted because a manager wants it'),
  })
  .meta({ id: 'Chunk' });

export const sentenceChoiceSchema = z
  .object({
    sentence: z.string().min(1).max(10_000).describe('As it stands in `leftOut` or `quotedAnyway`'),
    quoted: z.boolean(),
  })
  .meta({ id: 'SentenceChoice' });

const localTextSchema = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]);

export const productSentencesSchema = z
  .object({
    id: z.string(),
    name: localTextSchema,
    leftOut: z.array(z.string()).describe('Sentences that instruct the machine: never quoted, read by no model'),
    quotedAnyway: z.array(z.string()).describe('Those that look so too, and are quoted because a manager wants it'),
  })
  .meta({ id: 'ProductSentences' });

const versionSchema = z.coerce.number().int().min(1).max(1_000_000);
export const chunkQuerySchema = listQuerySchema.extend({
  version: versionSchema.optional().describe('Default: the version that answers'),
});
export const fileQuerySchema = z.object({
  version: versionSchema.optional().describe('Default: the version that answers, or the newest before one does'),
});

/** A document's or FAQ's language, by any tag of it. */
const contentLocaleSchema = localeTagSchema
  .refine((tag) => readLanguage(tag) !== undefined, 'must be a tag of Chinese or English, such as zh, en or zh-CN')
  .transform((tag) => readLanguage(tag));

const audienceSchema = lineSchema(100)
  .transform(audienceOf)
  .describe(
    '`public` (the default): everybody is answered from it. `customers`: those who are signed in. Any other name: nobody in the chat, only searches that name it',
  );

/** An empty form field counts as not given. */
const formField = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

export const uploadFieldsSchema = z.object({
  title: formField(lineSchema(300).optional()),
  locale: formField(contentLocaleSchema.optional()),
  audience: formField(audienceSchema.optional()),
  review: formField(z.enum(['true', 'false', '1', '0', 'on']).optional()).transform(
    (value) => value === 'true' || value === '1' || value === 'on',
  ),
});

export const documentChangeSchema = z
  .object({
    title: lineSchema(300).optional(),
    locale: contentLocaleSchema.nullable().optional(),
    audience: audienceSchema.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'needs title, locale or audience')
  .meta({ id: 'DocumentChange' });

export const urlRequestSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  title: lineSchema(300).optional(),
  locale: contentLocaleSchema.optional(),
  audience: audienceSchema.optional(),
});

const faqTextSchema = (max: number) =>
  z.union([
    lineSchema(max),
    z
      .object({ zh: lineSchema(max).optional(), en: lineSchema(max).optional() })
      .refine(({ zh, en }) => zh !== undefined || en !== undefined, 'needs zh or en'),
  ]);
const variantListSchema = z.array(lineSchema(500)).max(100);

export const faqInputSchema = z
  .object({
    question: faqTextSchema(1_000),
    answer: faqTextSchema(10_000),
    variants: z
      .union([variantListSchema, z.object({ zh: variantListSchema.optional(), en: variantListSchema.optional() })])
      .optional()
      .describe('Other ways to ask it: searched, never shown'),
    locale: contentLocaleSchema.nullish().describe('Language of plain texts; guessed when left out'),
  })
  .meta({ id: 'FaqRequest' });

export const faqSchema = z
  .object({
    id: z.string(),
    question: localTextSchema,
    answer: localTextSchema,
    variants: z.union([
      z.array(z.string()),
      z.object({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() }),
    ]),
    locale: languageSchema.nullable(),
    leftOut: z.array(z.string()).describe('Sentences that instruct the machine: never quoted, read by no model'),
    quotedAnyway: z.array(z.string()).describe('Those that look so too, and are quoted because a manager wants it'),
    updatedBy: z.string().nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Faq' });

export const faqListQuerySchema = listQuerySchema;

/** What saving answers: the FAQ, and others that ask the same. */
export const savedFaqSchema = faqSchema
  .extend({
    duplicates: z
      .array(z.object({ id: z.string(), question: localTextSchema, similarity: z.number() }))
      .describe('Other FAQs that ask the same, most alike first; 1 is the same words'),
  })
  .meta({ id: 'SavedFaq' });

/** Body of POST /faqs/import and POST /terms/import. */
const sheetTextSchema = z.string().min(1).max(5_000_000);
export const faqImportSchema = z
  .object({
    text: sheetTextSchema.describe('The sheet itself'),
    format: z
      .enum(['csv', 'json'])
      .describe('csv: question, answer, variants, locale with a header; json: as faqs.json'),
    dryRun: z.boolean().default(false).describe('Checks and counts, and changes nothing'),
  })
  .meta({ id: 'FaqImport' });
export const exportQuerySchema = z.object({ format: z.enum(['csv', 'json']).default('csv') });

export const importReportSchema = z
  .object({
    added: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    faults: z
      .array(
        z.object({
          row: z.number().int(),
          message: z.string(),
          code: z.enum(ROW_FAULTS),
          about: z.string().optional().describe('The words or the row that the code speaks of'),
        }),
      )
      .describe('Rows that were left out; counted from 1 without the header'),
  })
  .meta({ id: 'ImportReport' });

const wordSchema = lineSchema(80);
export const termInputSchema = z
  .object({
    zh: z.array(wordSchema).max(30).default([]),
    en: z.array(wordSchema).max(30).default([]),
    note: lineSchema(500).nullish(),
  })
  .meta({ id: 'TermRequest' });

export const termSchema = z
  .object({
    id: z.string(),
    zh: z.array(z.string()),
    en: z.array(z.string()),
    note: z.string().nullable(),
    updatedBy: z.string().nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Term' });

export const termImportSchema = z
  .object({
    text: sheetTextSchema,
    format: z
      .enum(['csv', 'plain'])
      .describe(
        'csv: zh, en, note with a header, several words apart by ;  plain: a line each, 甲, 乙 = one, two # note',
      ),
    replace: z.boolean().default(false).describe('Only the entries of this text remain'),
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'TermImport' });
export const termExportQuerySchema = z.object({ format: z.enum(['csv', 'plain']).default('csv') });

const changeKindSchema = z.enum(['document', 'faq', 'product', 'term', 'gap', 'conflict']);

/** GET /api/knowledge/changes */
export const changeSchema = z
  .object({
    id: z.number().int(),
    at: instantSchema,
    by: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null: the program, from the shop’s files'),
    action: z.enum([
      ...['created', 'replaced', 'updated', 'retried', 'published'],
      ...['discarded', 'removed', 'imported', 'dismissed', 'restored'],
    ] as const),
    kind: changeKindSchema,
    subjectId: z.string(),
    title: z.string(),
  })
  .meta({ id: 'KnowledgeChange' });
export const changeQuerySchema = pageQuerySchema.extend({
  kind: changeKindSchema.optional(),
  subjectId: lineSchema(200).optional(),
});

export type DocumentBody = z.infer<typeof documentSchema>;
export type AcceptedDocument = z.infer<typeof acceptedDocumentSchema>;
export type DocumentVersionBody = z.infer<typeof documentVersionSchema>;
export type ChunkBody = z.infer<typeof chunkSchema>;
export type ProductSentencesBody = z.infer<typeof productSentencesSchema>;
export type FaqBody = z.infer<typeof faqSchema>;
export type SavedFaqBody = z.infer<typeof savedFaqSchema>;
export type FaqInputBody = z.infer<typeof faqInputSchema>;
export type ImportReportBody = z.infer<typeof importReportSchema>;
export type TermBody = z.infer<typeof termSchema>;
export type TermInputBody = z.input<typeof termInputSchema>;
export type KnowledgeChangeBody = z.infer<typeof changeSchema>;
