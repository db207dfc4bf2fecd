/** Codes of files that cannot become knowledge, with what a person can do about it. */
export const LOAD_FAILURES = {
  encrypted: 'The file is protected by a password. Save it without one and upload it again.',
  damaged: 'The file is damaged and cannot be read. Export it anew from its source and upload it again.',
  empty: 'The file is empty.',
  no_text:
    'The file holds no text, only pictures of it (a scan, perhaps). Run text recognition (OCR) on it and upload the result.',
  unsupported:
    'This kind of file cannot be read. Upload PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), OpenDocument, EPUB, RTF, e-mail (.eml), CSV, JSON, Markdown, HTML or plain text.',
  mismatch: 'The content of the file is not what its name says. Give it the right name, or export it anew.',
  too_large: 'The file is too large to be read. Split it into smaller files.',
  too_slow: 'The file took too long to read. Split it into smaller files, or export it anew.',
  unreachable: 'The address could not be read. Check that it is public and answers.',
} as const;

export type LoadFailureCode = keyof typeof LOAD_FAILURES;

/** A file that will not get better by trying again. */
export class LoadFailure extends Error {
  readonly code: LoadFailureCode;
  /** What is particular to this file; it stands in brackets behind the message. */
  readonly detail: string | undefined;

  constructor(code: LoadFailureCode, options: { detail?: string; cause?: unknown } = {}) {
    super(LOAD_FAILURES[code] + (options.detail ? ` (${options.detail})` : ''), { cause: options.cause });
    this.name = 'LoadFailure';
    this.code = code;
    this.detail = options.detail;
  }
}
