import { inflateRawSync } from 'node:zlib';
import { LoadFailure } from '../load-failure.ts';

/** Files of an archive by name; each is unpacked when it is asked for. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** Undefined when there is no such file. Throws LoadFailure `too_large` or `damaged`. */
  text(name: string): string | undefined;
}

interface Entry {
  method: number;
  flags: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const MAX_ENTRIES = 20_000;
const MAX_ENTRY_BYTES = 128 * 1024 ** 2;
/** All that is unpacked of one archive. */
const MAX_TOTAL_BYTES = 256 * 1024 ** 2;
/** XML packs well, but hardly ever better than this; a bomb packs a thousand to one. */
const MAX_RATIO = 400;
const RATIO_FROM_BYTES = 4 * 1024 ** 2;

function directory(bytes: Buffer): Map<string, Entry> {
  const from = Math.max(0, bytes.length - 65_557);
  let end = bytes.length - 22;
  while (end >= from && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < from) throw new LoadFailure('damaged');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new LoadFailure('too_large', { detail: `${count} files in it` });
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new LoadFailure('damaged');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Reads a ZIP archive (PKWARE APPNOTE 6.3) without trusting the sizes that it states: bombs end as `too_large`. */
export function openArchive(data: Uint8Array): Archive {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let total = 0;
  const read = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof LoadFailure) throw error;
      const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw new LoadFailure(tooLarge ? 'too_large' : 'damaged', { cause: error });
    }
  };
  const entries = read(() => directory(bytes));
  const unpack = ({ method, flags, packed, size, offset }: Entry): Buffer => {
    if (flags & 1) throw new LoadFailure('encrypted');
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const part = bytes.subarray(start, start + packed);
    if (method === 0) return part;
    if (method !== 8) throw new LoadFailure('unsupported', { detail: `compression method ${method}` });
    if (size > RATIO_FROM_BYTES && size > packed * MAX_RATIO) throw new LoadFailure('too_large');
    const limit = Math.min(MAX_ENTRY_BYTES, MAX_TOTAL_BYTES - total, Math.max(RATIO_FROM_BYTES, packed * MAX_RATIO));
    return inflateRawSync(part, { maxOutputLength: Math.max(1, limit) });
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    text: (name) =>
      read(() => {
        const entry = entries.get(name);
        if (!entry) return undefined;
        const content = unpack(entry);
        total += content.length;
        if (total > MAX_TOTAL_BYTES) throw new LoadFailure('too_large');
        const wide = content[0] === 0xff && content[1] === 0xfe;
        return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(content);
      }),
  };
}
