import { decodeText } from './decode-text.ts';

/** A message (RFC 5322) or a part of one (RFC 2045). */
export interface MimePart {
  /** By lower-case name, unfolded. */
  headers: Map<string, string>;
  /** Lower case, such as `text/html`. */
  type: string;
  fileName: string | undefined;
  /** Decoded; undefined where it holds parts. */
  text: string | undefined;
  parts: MimePart[];
}

const DEEPEST = 10;
const MOST_PARTS = 200;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function decoded(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return charset && !/^(?:us-)?ascii$/i.test(charset) ? new TextDecoder(charset).decode(bytes) : decodeText(bytes);
  } catch {
    return decodeText(bytes);
  }
}

const quotedPrintable = (text: string): Uint8Array =>
  bytesOf(
    text
      // White before the sign is the text's own, white behind it was added on the way.
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** Words of a header that stand for other letters (RFC 2047). */
export const headerText = (value: string): string =>
  decodeWords(value.replace(/(\?=)\s+(?==\?)/g, '$1'))
    .replace(/\s+/g, ' ')
    .trim();

const decodeWords = (value: string): string =>
  value.replace(/=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi, (_, charset: string, kind: string, text: string) =>
    decoded(
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
      charset,
    ),
  );

const parameter = (header: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\*?=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header) ?? [];
  return quoted ?? bare;
};

function headersOf(source: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of source.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    // Headers may hold UTF-8 as it is (RFC 6532).
    if (name && value !== undefined) headers.set(name.toLowerCase(), decodeText(bytesOf(value)));
  }
  return headers;
}

function bodyText(body: string, headers: Map<string, string>, type: string): string {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : bytesOf(body);
  return decoded(bytes, parameter(type, 'charset'));
}

/** What stands between the lines of a boundary. */
function between(body: string, boundary: string): string[] {
  const pieces: string[][] = [];
  for (const line of body.split('\n')) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}--`) break;
    if (bare === `--${boundary}`) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces.map((lines) => lines.join('\n'));
}

function parse(source: string, depth: number): MimePart {
  const end = /\r?\n\r?\n/.exec(source);
  const headers = headersOf(source.slice(0, end?.index ?? source.length));
  const body = end ? source.slice(end.index + end[0].length) : '';
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const fileName = parameter(headers.get('content-disposition') ?? '', 'filename') ?? parameter(contentType, 'name');
  const boundary = parameter(contentType, 'boundary');
  const part = { headers, type, fileName: fileName === undefined ? undefined : headerText(fileName) };
  if (type.startsWith('multipart/') && boundary && depth < DEEPEST) {
    const pieces = between(body, boundary)
      .slice(0, MOST_PARTS)
      .filter((piece) => piece.trim() !== '');
    return { ...part, text: undefined, parts: pieces.map((piece) => parse(piece, depth + 1)) };
  }
  return { ...part, text: type.startsWith('text/') ? bodyText(body, headers, contentType) : undefined, parts: [] };
}

/** Reads a message without trusting it: parts and their depth are bounded. */
export const parseMime = (bytes: Uint8Array): MimePart => parse(latin(bytes), 0);
