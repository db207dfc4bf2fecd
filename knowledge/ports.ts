import type { Readable } from 'node:stream';
import type { Language, LocalText } from '../stores/schema.ts';

/** Who changes the knowledge, as the trail of changes names them. */
export interface Actor {
  id: string;
  name: string;
}

/** A part of a list. `q` is looked for in what a person would read of an entry. */
export interface ListQuery {
  q?: string;
  /** Default and at most 1,000. */
  limit?: number;
  offset?: number;
}

export interface Page<Item> {
  items: Item[];
  /** Of the whole list, as far as `q` and other filters leave it. */
  total: number;
}

/** Texts in which a knowledge manager may have said what went wrong; `code` is stable, `message` names the way out. */
export interface DocumentFault {
  code: string;
  message: string;
}

/** What was noticed while a file was read; it is ready all the same. `pages` count from 1. */
export interface DocumentWarning {
  code: string;
  message: string;
  pages?: number[];
}

export interface DocumentView {
  id: string;
  title: string;
  /** `review`: built, and held before the switch until somebody publishes or discards it. */
  status: 'queued' | 'processing' | 'ready' | 'failed' | 'review';
  /** 0 to 1 over all steps of the newest version. */
  progress: number;
  /** load, split, embed or publish while processing, else null. */
  step: string | null;
  pages: number | null;
  chunks: number | null;
  /** The newest version handed in; while it is worked on, the last ready one answers. */
  version: number;
  /** The version that answers; null until one is ready. */
  liveVersion: number | null;
  error: DocumentFault | null;
  warnings: DocumentWarning[];
  source: 'upload' | 'url' | 'seed';
  /** The address that it was fetched from. */
  url: string | null;
  locale: Language | null;
  audience: string;
  fileName: string | null;
  /** Size of the newest version's file. */
  bytes: number | null;
  /** Who handed in or changed it last; null for the shop's own files. */
  updatedBy: string | null;
  /** When the version that answers took over. */
  lastSyncedAt: Date | null;
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
  /** Who may read it, see audiences.ts; default: everybody. */
  audience?: string;
  source: 'upload' | 'seed';
  /** Built, but held before it answers, until it is published. */
  review?: boolean;
  by?: Actor;
}

/** What may be changed without handing the file in again. */
export interface DocumentChange {
  title?: string;
  locale?: Language | null;
  audience?: string;
}

/** A file as it was handed in, to be read back; whoever opens it ends the stream. */
export interface StoredFile {
  fileName: string;
  mime: string;
  bytes: number;
  stream: Readable;
}

/** A version that answered once, whose file is kept. */
export interface DocumentVersion {
  version: number;
  fileName: string;
  bytes: number | null;
  pages: number | null;
  chunks: number;
  /** Null for the shop's own files, and where it was not noted. */
  handedInBy: string | null;
  /** When it took over, and when another did. */
  publishedAt: Date | null;
  replacedAt: Date;
}

export interface ChunkView {
  id: string;
  version: number;
  /** Place in reading order, from 0. */
  ordinal: number;
  page: number | null;
  heading: string | null;
  text: string;
  language: Language;
  /** Sentences of heading and text that instruct the machine: no answer quotes them, no model reads them. */
  leftOut: string[];
  /** Those that look so too, and are quoted all the same because a manager wants it. */
  quotedAnyway: string[];
}

/** What a manager decides of a sentence that looks like an instruction to the machine. */
export interface SentenceChoice {
  /** As it stands in `leftOut` or `quotedAnyway`. */
  sentence: string;
  quoted: boolean;
}

/** Documents and their life: handed in, processed, replaced, removed. Unknown ids throw not_found. */
export interface DocumentService {
  create(document: NewDocument): Promise<DocumentView>;
  createFromUrl(input: {
    url: string;
    title?: string;
    locale?: Language;
    audience?: string;
    by?: Actor;
  }): Promise<DocumentView>;
  /** The old version answers until the new one is ready, or, with `review`, until it is published. */
  replace(id: string, file: HandedFile, options?: { review?: boolean; by?: Actor }): Promise<DocumentView>;
  /** Title, language and audience; takes effect for the version that answers when it returns. */
  change(id: string, change: DocumentChange, by?: Actor): Promise<DocumentView>;
  /** Lets a sentence that was left out stand, in this and later versions, or leaves it out again. */
  quote(id: string, choice: SentenceChoice, by?: Actor): Promise<DocumentView>;
  /** Reads the newest version again, one that failed or a web page that may have changed. conflict while it is worked on. */
  retry(id: string, by?: Actor): Promise<DocumentView>;
  /** Lets the held version answer. conflict when none is held. */
  publish(id: string, by?: Actor): Promise<DocumentView>;
  /** Drops the held version; what answered goes on. conflict when none is held, or nothing else answers. */
  discard(id: string, by?: Actor): Promise<DocumentView>;
  list(query?: ListQuery & { status?: DocumentView['status'] }): Promise<Page<DocumentView>>;
  get(id: string): Promise<DocumentView>;
  /** When it returns, no search finds the document any more. */
  remove(id: string, by?: Actor): Promise<void>;
  /** The state now and after each change; ends once settled, on removal, or when `signal` aborts. */
  watch(id: string, signal: AbortSignal): AsyncIterable<DocumentView>;
  /** The passages of a version in reading order: the one that answers unless another is named. */
  chunks(id: string, query?: ListQuery & { version?: number }): Promise<Page<ChunkView>>;
  /** Versions that answered before the present one, the newest first. */
  versions(id: string): Promise<DocumentVersion[]>;
  /** The file of the version that answers, or of the one named; not_found when it is not kept any more. */
  file(id: string, version?: number): Promise<StoredFile>;
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
  /** Sentences that instruct the machine: no answer quotes them, no model reads them. */
  leftOut: string[];
  /** Those that look so too, and are quoted all the same because a manager wants it. */
  quotedAnyway: string[];
  /** Who wrote or changed it last; null for the shop's own. */
  updatedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Another FAQ that asks the same; `similarity` is 0 to 1, 1 for the same words. */
export interface FaqDuplicate {
  id: string;
  question: LocalText;
  similarity: number;
}

/** A row of a sheet that could not be taken; `row` counts from 1 without the header. */
export interface RowFault {
  row: number;
  message: string;
  /** Stable, for who says it in another language; `about`: the words or the row that it is about. */
  code: RowFaultCode;
  about?: string;
}
export const ROW_FAULTS = [
  ...(['no_letters', 'number', 'stands_everywhere', 'too_short', 'sentence', 'two_words_needed'] as const),
  ...(['joins_entries', 'same_question', 'does_not_fit'] as const),
] as const;
export type RowFaultCode = (typeof ROW_FAULTS)[number];

export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
  faults: RowFault[];
}

/** Every change is searchable when the call returns. */
export interface FaqService {
  list(query?: ListQuery): Promise<Page<FaqView>>;
  get(id: string): Promise<FaqView>;
  create(input: FaqInput, by?: Actor): Promise<FaqView>;
  update(id: string, input: FaqInput, by?: Actor): Promise<FaqView>;
  /** Lets a sentence that was left out stand, also when the FAQ is changed, or leaves it out again. */
  quote(id: string, choice: SentenceChoice, by?: Actor): Promise<FaqView>;
  remove(id: string, by?: Actor): Promise<void>;
  /** Up to five others that ask the same, most alike first; `exceptId` is the one being edited. */
  duplicates(faq: Pick<FaqInput, 'question' | 'variants'>, exceptId?: string): Promise<FaqDuplicate[]>;
  /** Adds each, or updates the FAQ of the same id or question; what does not fit is told by its row. */
  import(
    entries: Array<{ row: number; id?: string; faq: unknown }>,
    options?: { by?: Actor; dryRun?: boolean },
  ): Promise<ImportReport>;
}

/** Where documents hand over the work; the ingest queue implements it. */
export interface IngestTrigger {
  /** `bytes`: how large the file is, as far as that is known yet; `again`: it was worked on before. */
  ingest(job: { documentId: string; version: number }, about: { bytes: number; again: boolean }): Promise<void>;
}
