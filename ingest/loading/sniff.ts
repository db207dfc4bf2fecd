export type FileKind = 'pdf' | 'docx' | 'html' | 'markdown' | 'text' | 'csv';

const BY_EXTENSION: Record<string, FileKind> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  log: 'text',
  csv: 'csv',
  tsv: 'csv',
};
const BY_MIME: Record<string, FileKind> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/csv': 'csv',
  'text/plain': 'text',
};

/** Bytes that no text holds: below space, but for tab, line ends, form feed and escape. */
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27);

/** What a file is: by its first bytes, then by its name, then by what the sender called it. Undefined: nothing we read. */
export function sniff(bytes: Uint8Array, fileName: string, mime?: string | null): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  // The PDF specification allows up to 1,024 bytes before the header.
  if (head.includes('%PDF-')) return 'pdf';
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  if (head.startsWith('PK\u0003\u0004')) {
    const listing = Buffer.from(bytes).includes('word/document.xml');
    return listing || extension === 'docx' ? 'docx' : undefined;
  }
  if (extension === 'pdf') return 'pdf';
  const wide = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (!wide && bytes.subarray(0, 1024).some(isControl)) return undefined;
  const byName = BY_EXTENSION[extension] ?? BY_MIME[mime?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (byName && byName !== 'text') return byName;
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(head) ? 'html' : 'text';
}
