import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { SegmentData } from '../lexical/packed-segment.ts';
import {
  contentBytes,
  headerBytes,
  layOut,
  PREFIX_BYTES,
  parseHeader,
  type SnapshotHeader,
  type SnapshotOrigin,
  segmentIn,
  TRAILER_BYTES,
} from './snapshot-layout.ts';

const NAME = 'index.snapshot';
/** Read, written and summed up in one go: a millisecond or two. */
const PIECE = 2 ** 21;

/** What was read, or why it is of no use; undefined when there is none. */
export type ReadSnapshot = { data: SegmentData; header: SnapshotHeader } | { reason: string } | undefined;

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await setImmediate();
  }
}

/** Writes a segment into the folder, whole or not at all, for this user alone; resolves with its bytes. */
export async function writeSnapshot(
  folder: string,
  data: SegmentData,
  origin: SnapshotOrigin,
  signal: AbortSignal,
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAME);
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  let sum = 0;
  let written = 0;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      const write = async (bytes: Uint8Array) => {
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
        written += bytes.length;
      };
      for (const stretch of layOut(data, origin)) {
        for await (const piece of piecesOf(stretch)) {
          signal.throwIfAborted();
          sum = crc32(piece, sum);
          await write(piece);
        }
      }
      const trailer = Buffer.alloc(TRAILER_BYTES);
      trailer.writeUInt32LE(sum);
      await write(trailer);
      await file.sync();
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await rename(draft, path);
    return written;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Reads the folder's snapshot into shared memory, in pieces. `refuse` sees the header before the rest is read, and
 * says why it is of no use. Whatever is not exactly as it was written is refused, too.
 */
export async function readSnapshot(
  folder: string,
  refuse: (header: SnapshotHeader) => string | undefined,
): Promise<ReadSnapshot> {
  const file = await open(join(folder, NAME), 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    let at = 0;
    let sum = 0;
    const fill = async (bytes: Uint8Array) => {
      for await (const piece of piecesOf(bytes)) {
        for (let got = 0; got < piece.length; ) {
          const { bytesRead } = await file.read(piece, got, piece.length - got, at);
          if (bytesRead === 0) throw new Error('it ends too early');
          got += bytesRead;
          at += bytesRead;
        }
        sum = crc32(piece, sum);
      }
    };
    const { size } = await file.stat();
    const prefix = Buffer.alloc(PREFIX_BYTES);
    await fill(prefix);
    const bytes = headerBytes(prefix);
    if (bytes === undefined) return { reason: 'it is no snapshot' };
    const text = Buffer.alloc(bytes);
    await fill(text);
    const header = parseHeader(text);
    const reason = refuse(header);
    if (reason !== undefined) return { reason };
    if (size !== at + contentBytes(header) + TRAILER_BYTES) return { reason: 'its size is wrong' };
    const content = new SharedArrayBuffer(contentBytes(header));
    await fill(new Uint8Array(content));
    const expected = sum;
    const trailer = Buffer.alloc(TRAILER_BYTES);
    await fill(trailer);
    if (trailer.readUInt32LE() !== expected) return { reason: 'its checksum is wrong' };
    const data = segmentIn(content, header);
    return data ? { data, header } : { reason: 'its parts do not fit' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await file.close();
  }
}

/** Removes drafts that a crash left behind. One that is being written by another process is given up by it. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names) if (name !== NAME) await rm(join(folder, name), { recursive: true, force: true });
}

/** Removes all that is in the folder, drafts too. */
export const removeSnapshot = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
