import { z } from 'zod';
import type { Language } from '../../stores/schema.ts';
import { LOAD_FAILURES } from '../loading/load-failure.ts';
import { loadedDocumentSchema } from '../loading/loaded-document.ts';

/** A file that a reader is to read. `title`: given by a person, or null to take the file's own. */
export interface FileToRead {
  path: string;
  fileName: string;
  mime: string | null;
  locale: Language | null;
  title: string | null;
}

/** What is known of a file that was read; its pieces came before in segments. */
const readSchema = z.object({
  kind: z.literal('read'),
  title: z.string(),
  /** Null for files without pages. */
  pages: z.number().int().positive().nullable(),
  pieces: z.number().int().positive(),
  warnings: loadedDocumentSchema.shape.warnings.unwrap(),
});

/** What a reader tells. `ready` comes once, when it can take a file; `memory`, in bytes, before the end of each. */
export const fromReaderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('memory'), bytes: z.number() }),
  z.object({ kind: z.literal('page'), done: z.number(), of: z.number() }),
  readSchema,
  /** Something else went wrong than the file: another try may spare it. */
  z.object({ kind: z.literal('broke'), reason: z.string() }),
  z.object({
    kind: z.literal('failed'),
    code: z.enum(Object.keys(LOAD_FAILURES) as [keyof typeof LOAD_FAILURES]),
    detail: z.string().optional(),
  }),
]);
export type FromReader = z.infer<typeof fromReaderSchema>;

/** A piece as it goes into the table of chunks; a segment is a JSON array of them. */
export interface PieceRow {
  ordinal: number;
  page: number | null;
  heading: string | null;
  text: string;
  language: Language;
  content_hash: string;
  clean_mark: string | null;
}

/** A file's reading: what was found, and its pieces as texts of JSON arrays of {@link PieceRow}, in order. */
export type Reading = Omit<z.infer<typeof readSchema>, 'kind'> & { segments: string[] };
