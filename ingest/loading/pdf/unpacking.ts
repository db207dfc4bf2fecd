import { constants, inflateRawSync } from 'node:zlib';
import { LoadFailure } from '../load-failure.ts';

const MB = 1024 ** 2;
/**
 * What one stream, and all streams of a file, may unpack to: 2 kB can say 2 GB. Pages that are drawn unpack pictures.
 */
const LIMITS = {
  text: { stream: 64 * MB, file: 1024 * MB },
  drawn: { stream: 512 * MB, file: 4096 * MB },
} as const;

/** In which zlib hands over what it unpacks. */
const LEAST_PART = 4096;
const LARGEST_PART = MB;

let most: number = LIMITS.text.stream;
let left: number = LIMITS.text.file;
let over = false;

/** A new file is opened; a process has one open at a time, and the same once more to draw its pages. */
export function beginUnpacking(kind: keyof typeof LIMITS): void {
  most = LIMITS[kind].stream;
  left = LIMITS[kind].file;
  over = false;
}

/** Throws `too_large` when the file had more to unpack than it may: PDF.js takes that for a damaged part, and goes on. */
export function refuseBomb(): void {
  if (over) throw new LoadFailure('too_large', { detail: 'it unpacks to far more than a document holds' });
}

function take(size: number, more: number): void {
  left -= more;
  over ||= size > most || left < 0;
  if (over) throw new RangeError('A stream of the file unpacks to more than is allowed.');
}

/** A stream that is unpacked asks for room for `requested` bytes and has `present`; it doubles. */
export const makeRoom = (requested: number, present: number): void =>
  take(requested, Math.max(requested, 2 * present) - present);

/** What a FlateStream of PDF.js has that is used here; its header of two bytes has been read. */
interface DeflatedStream {
  str: { pos: number; getBytes(): Uint8Array };
  buffer: Uint8Array;
  bufferLength: number;
  eof: boolean;
  /** Ours: zlib could not read it, and PDF.js reads what it can. */
  faulty?: boolean;
}

/** Unpacks the whole of a stream. False: it is faulty, or begun already, and PDF.js goes through it block by block. */
export function inflateStream(stream: DeflatedStream): boolean {
  if (stream.faulty || stream.bufferLength > 0) return false;
  const { str } = stream;
  const from = str.pos;
  try {
    const packed = str.getBytes();
    const chunkSize = Math.min(LARGEST_PART, Math.max(LEAST_PART, packed.length * 4));
    // Of a stream that breaks off, what is there.
    const finishFlush = constants.Z_SYNC_FLUSH;
    // A Buffer's slice() is no copy, as that of PDF.js' lists of bytes is.
    const bytes = new Uint8Array(inflateRawSync(packed, { maxOutputLength: most, chunkSize, finishFlush }));
    take(bytes.length, bytes.length);
    stream.buffer = bytes;
    stream.bufferLength = bytes.length;
    stream.eof = true;
    return true;
  } catch (error) {
    if (error instanceof RangeError) take(Number.POSITIVE_INFINITY, 0);
    str.pos = from;
    stream.faulty = true;
    return false;
  }
}
