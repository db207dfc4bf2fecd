import { z } from 'zod';

const block = z.discriminatedUnion('kind', [
  /** Without text: the section of that level, or below it, is over ({@link sectionEnd}). */
  z.object({ kind: z.literal('heading'), level: z.number().int(), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('item'), text: z.string() }),
  /** The first row is the header; the caption is the line that names the table ("Table 2: …", "表 3 …"). */
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())), caption: z.string().optional() }),
]);

/** Something that a person should know about a file that was read all the same. */
const warning = z.object({
  code: z.enum([
    'pages_without_text',
    'pages_recognised',
    'pages_damaged',
    'attachments_ignored',
    'sheets_hidden',
    'instructions_left_out',
  ]),
  message: z.string(),
  /** From 1. */
  pages: z.array(z.number().int().positive()).optional(),
});

/** What every loader makes of a file: blocks in reading order, by page where the file has pages. */
export const loadedDocumentSchema = z.object({
  title: z.string().nullable(),
  pages: z.array(z.object({ page: z.number().int().positive().nullable(), blocks: z.array(block) })),
  /** Pages that show pictures of text only, and were not recognised; from 1. */
  pagesWithoutText: z.array(z.number().int().positive()).optional(),
  warnings: z.array(warning).optional(),
});

export type Block = z.infer<typeof block>;
export type LoadedDocument = z.infer<typeof loadedDocumentSchema>;
export type LoadedPage = LoadedDocument['pages'][number];
export type LoadWarning = z.infer<typeof warning>;
