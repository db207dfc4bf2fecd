import { endingOf, type FileEnding } from '../../knowledge/documents/file-endings.ts';
import { LoadFailure } from './load-failure.ts';

export type FileKind =
  | 'pdf'
  | 'docx'
  | 'pptx'
  | 'xlsx'
  | 'odf'
  | 'epub'
  | 'rtf'
  | 'mail'
  | 'html'
  | 'markdown'
  | 'text'
  | 'csv'
  | 'json';

const BY_ENDING: Readonly<Record<FileEnding, FileKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  pptx: 'pptx',
  xlsx: 'xlsx',
  odt: 'odf',
  ods: 'odf',
  odp: 'odf',
  epub: 'epub',
  rtf: 'rtf',
  eml: 'mail',
  mht: 'mail',
  mhtml: 'mail',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  txt: 'text',
  text: 'text',
  log: 'text',
};
const BY_MIME: Record<string, FileKind> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/json': 'json',
  'text/plain': 'text',
};
/** What Office files have in them that no other archive has. */
const OFFICE: Array<[string, FileKind]> = [
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['xl/workbook.xml', 'xlsx'],
];
/** Packages that say first what they are (OpenDocument 1.3 part 2, EPUB 3.3 OCF). */
const PACKAGES: Array<[string, FileKind]> = [
  ['application/vnd.oasis.opendocument.', 'odf'],
  ['application/epub+zip', 'epub'],
];
/** Headers that begin a message, or a web page saved as one. */
const MAIL = /^(?:[\w-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}/;
const OF_MAIL = /^(?:from|mime-version|message-id|received|return-path):/im;
/** First bytes (Latin-1) of kinds that we do not read, and what they are called. */
const FOREIGN: Array<[string, string[]]> = [
  ['an image', ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'BM', 'II*\0', 'MM\0*']],
  ['a program', ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe']],
  ['an archive', ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ']],
  ['a recording', ['ID3', 'OggS', 'fLaC', '\0\0\0\x18ftyp', '\0\0\0\x20ftyp']],
  ['a database', ['SQLite format']],
];

const PACKED = new Set<FileKind>(['docx', 'pptx', 'xlsx', 'odf', 'epub']);
/** Kinds of text that only a name tells apart. */
const NAMED = new Set<FileKind>(['html', 'markdown', 'csv', 'json']);

/** Bytes that no text holds: below space, but for tab, line ends, form feed and escape. */
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27);

/** What is in an archive, by the names at its end and its beginning; the whole of it is searched once. */
function officeKind(bytes: Uint8Array): FileKind | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return OFFICE.find(([part]) => content.includes(part))?.[1];
}

/** The old Office formats, and new ones under a password, are compound files (MS-CFB) with UTF-16 names in them. */
function refuseCompound(bytes: Uint8Array): never {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => content.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new LoadFailure('encrypted');
  throw new LoadFailure('unsupported', { detail: 'an old Office format; save it as .docx, .xlsx or .pptx' });
}

/**
 * What a file is: by its first bytes, then by its name, then by what the sender called it. Throws LoadFailure for
 * what we don't read, naming it; the name of a file alone is never believed.
 */
export function sniff(bytes: Uint8Array, fileName: string, mime?: string | null): FileKind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const ending = endingOf(fileName);
  const promised = ending && BY_ENDING[ending];
  const readable = isText(bytes);
  const packed = promised !== undefined && PACKED.has(promised);
  const foreign = readable
    ? undefined
    : FOREIGN.find(([, starts]) => starts.some((start) => head.startsWith(start)))?.[0];
  if (foreign) throw new LoadFailure(promised ? 'mismatch' : 'unsupported', { detail: `it is ${foreign}` });
  if (head.startsWith('{\\rtf')) return 'rtf';
  // The PDF specification allows up to 1,024 bytes before the header.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) {
    const kind = officeKind(bytes);
    if (kind) return kind;
    const named = PACKAGES.find(([name]) => head.includes(`mimetype${name}`))?.[1];
    if (named) return named;
    if (packed) throw new LoadFailure('damaged');
    throw new LoadFailure('unsupported', { detail: 'an archive; upload the files in it one by one' });
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) refuseCompound(bytes);
  if (packed || promised === 'pdf') throw new LoadFailure(readable ? 'mismatch' : 'damaged');
  if (!readable) throw new LoadFailure(promised ? 'mismatch' : 'unsupported', { detail: 'it is not text' });
  const said = promised ?? BY_MIME[mime?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (said && NAMED.has(said)) return said;
  if (isMail(head, promised)) return 'mail';
  return /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(head) ? 'html' : 'text';
}

/** By its name, or by headers that no other text begins with. */
const isMail = (head: string, promised: FileKind | undefined): boolean =>
  MAIL.test(head) && (promised === 'mail' || /^mime-version:\s*1/im.test(head)) && OF_MAIL.test(head);

/** UTF-16 has zeros in it; other text has no control characters, here or in its middle. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = head.filter((byte) => byte === 0).length;
  const sides = [0, 1].map((side) => head.filter((byte, i) => byte === 0 && i % 2 === side).length);
  const wide = zeros > head.length / 50 && Math.min(...sides) * 10 < zeros;
  if (wide) return head.filter((byte) => isControl(byte) && byte !== 0).length * 50 < head.length;
  const middle = Math.floor(bytes.length / 2);
  return !head.some(isControl) && !bytes.subarray(middle, middle + 4096).some(isControl);
}
