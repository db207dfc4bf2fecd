import type { Readable } from 'node:stream';
import type { Language, LocalText } from '../stores/schema.ts';

/** Texts in which a knowledge manager may have said what went wrong; `code` is stable, `message` names the way out. */
export interface DocumentFault {
  code: string;
  message: string;
}

export interface DocumentView {
  id: string;
  title: string;
  status: 'queued' | 'processing' | 'ready' | 'failed';
  /** 0 to 1 over all steps of the newest version. */
  progress: number;
  /** load, split, embed or publish while processing, else null. */
  step: string | null;
  pages: number | null;
  chunks: number | null;
  /** The newest version handed in; while it is worked on, the last ready one answers. */
  version: number;
  error: DocumentFault | null;
  source: 'upload' | 'url' | 'seed';
  locale: Language | null;
  audience: string;
  fileName: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A file as it was handed in. `mime` is a hint; the content decides. */
export interface HandedFile {
  fileName: string;
  mime?: string;
  bytes: Buffer | Readable;
}

export interface NewDocument extends HandedFile {
  title?: string;
  locale?: Language;
  /** Who may read it; default 'public'. */
  audience?: string;
  source: 'upload' | 'seed';
}

export interface ChunkView {
  id: string;
  page: number | null;
  heading: string | null;
  text: string;
  language: Language;
}

/** Documents and their life: handed in, processed, replaced, removed. Unknown ids throw not_found. */
export interface DocumentService {
  create(document: NewDocument): Promise<DocumentView>;
  createFromUrl(input: { url: string; title?: string; locale?: Language; audience?: string }): Promise<DocumentView>;
  /** The old version answers until the new one is ready. */
  replace(id: string, file: HandedFile): Promise<DocumentView>;
  list(): Promise<DocumentView[]>;
  get(id: string): Promise<DocumentView>;
  /** When it returns, no search finds the document any more. */
  remove(id: string): Promise<void>;
  /** The state now and after each change; ends once ready or failed, on removal, or when `signal` aborts. */
  watch(id: string, signal: AbortSignal): AsyncIterable<DocumentView>;
  /** The passages of the version that answers, in reading order. */
  chunks(id: string): Promise<ChunkView[]>;
}

export type Variants = string[] | { zh?: string[]; en?: string[] };

export interface FaqInput {
  question: LocalText;
  answer: LocalText;
  /** Other ways to ask it: searched, never shown. */
  variants?: Variants;
  /** Language of plain-string texts; guessed when left out. */
  locale?: Language;
}

export interface FaqView {
  id: string;
  question: LocalText;
  answer: LocalText;
  variants: Variants;
  locale: Language | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Every change is searchable when the call returns. */
export interface FaqService {
  list(): Promise<FaqView[]>;
  create(input: FaqInput): Promise<FaqView>;
  update(id: string, input: FaqInput): Promise<FaqView>;
  remove(id: string): Promise<void>;
}

export interface Gap {
  topic: string;
  /** The latest wording. */
  question: string;
  count: number;
  language: Language;
  lastAskedAt: Date;
  /** Up to five distinct wordings, newest first. */
  examples: string[];
}

/** Questions that found no evidence, grouped by topic, most frequent first. */
export interface GapService {
  list(): Promise<Gap[]>;
}

/** Where documents hand over the work; the ingest queue implements it. */
export interface IngestTrigger {
  ingest(job: { documentId: string; version: number }): Promise<void>;
}
