import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { readLanguage } from '../language.ts';
import { instantSchema, lineSchema, localeTagSchema } from './fields.ts';

export const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    status: z.enum(['queued', 'processing', 'ready', 'failed']),
    progress: z.number().describe('0 to 1 over all steps of the newest version'),
    step: z.string().nullable().describe('load, split, embed or publish while processing'),
    pages: z.number().int().nullable(),
    chunks: z.number().int().nullable(),
    version: z.number().int().describe('The newest version handed in; the last ready one answers meanwhile'),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    source: z.enum(['upload', 'url', 'seed']),
    locale: languageSchema.nullable(),
    audience: z.string(),
    fileName: z.string().nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Document' });

export const acceptedDocumentSchema = documentSchema
  .extend({ documentId: z.string() })
  .meta({ id: 'AcceptedDocument' });

export const chunkSchema = z
  .object({
    id: z.string(),
    page: z.number().int().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    language: languageSchema,
  })
  .meta({ id: 'Chunk' });

/** A document's or FAQ's language, by any tag of it. */
const contentLocaleSchema = localeTagSchema
  .refine((tag) => readLanguage(tag) !== undefined, 'must be a tag of Chinese or English, such as zh, en or zh-CN')
  .transform((tag) => readLanguage(tag));

/** An empty form field counts as not given. */
const formField = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

export const uploadFieldsSchema = z.object({
  title: formField(lineSchema(300).optional()),
  locale: formField(contentLocaleSchema.optional()),
  audience: formField(lineSchema(100).optional()),
});

export const urlRequestSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  title: lineSchema(300).optional(),
  locale: contentLocaleSchema.optional(),
  audience: lineSchema(100).optional(),
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

const localTextSchema = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]);

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
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Faq' });

export const gapSchema = z
  .object({
    topic: z.string(),
    question: z.string(),
    count: z.number().int(),
    language: languageSchema,
    lastAskedAt: instantSchema,
    examples: z.array(z.string()),
  })
  .meta({ id: 'Gap' });

export type DocumentBody = z.infer<typeof documentSchema>;
export type AcceptedDocument = z.infer<typeof acceptedDocumentSchema>;
export type ChunkBody = z.infer<typeof chunkSchema>;
export type FaqBody = z.infer<typeof faqSchema>;
export type FaqInputBody = z.infer<typeof faqInputSchema>;
export type GapBody = z.infer<typeof gapSchema>;
