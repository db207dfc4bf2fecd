import { z } from 'zod';

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.number().int(), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('item'), text: z.string() }),
  /** The first row is the header. */
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
]);

/** What every loader makes of a file: blocks in reading order, by page where the file has pages. */
export const loadedDocumentSchema = z.object({
  title: z.string().nullable(),
  pages: z.array(z.object({ page: z.number().int().positive().nullable(), blocks: z.array(block) })),
});

export type Block = z.infer<typeof block>;
export type LoadedDocument = z.infer<typeof loadedDocumentSchema>;
export type LoadedPage = LoadedDocument['pages'][number];
