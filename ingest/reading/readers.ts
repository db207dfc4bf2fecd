import type { Recogniser } from '../loading/pdf/recognise.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import type { FileToRead, Reading } from './messages.ts';
import { type Reader, type ReadOptions, startReader } from './reader.ts';

/** A reader is replaced after this many files, and when it keeps more memory than this after one. */
const FILES = 1_000;
const KEPT_BYTES = 450 * 1024 ** 2;
const IDLE_MS = 60_000;
const WAITING = 1_000;

/** Reads files in child processes. Who creates it closes it. */
export interface Readers {
  /** Waits for a free process. Throws LoadFailure for a file that cannot be read; another error means: try again. */
  read(file: FileToRead, options?: ReadOptions): Promise<Reading>;
  close(): Promise<void>;
}

interface Place {
  reader: Reader | undefined;
  files: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * At most `size` processes, started when there is a file for them and kept warm for the next: a new one needs half a
 * second, as long as reading 100 pages. Each reads one file at a time, so a file that breaks its process harms no other.
 */
export function createReaders(options: {
  size: number;
  limits?: Partial<ReadLimits>;
  idleMs?: number;
  /** Reads scanned pages. */
  recogniser?: Recogniser;
  /** A folder in which readers keep their compiled code for those started after them. */
  codeCache?: string;
}): Readers {
  const limits = { ...READ_LIMITS, ...options.limits };
  const free: Place[] = Array.from({ length: options.size }, () => ({ reader: undefined, files: 0, idle: undefined }));
  const waiting: Array<(place: Place) => void> = [];
  const alive = new Set<Reader>();
  let closed = false;

  const start = (): Reader => {
    const reader = startReader({ limits, recogniser: options.recogniser, codeCache: options.codeCache });
    alive.add(reader);
    reader.ended.then(() => alive.delete(reader));
    return reader;
  };
  const retire = (place: Place) => {
    clearTimeout(place.idle);
    place.reader?.end();
    place.reader = undefined;
    place.files = 0;
  };
  const take = async (): Promise<Place> => {
    // The one used last is warm.
    const place = free.pop();
    if (place) return place;
    if (waiting.length >= WAITING) throw new Error(`${WAITING} files wait to be read already.`);
    return new Promise((done) => waiting.push(done));
  };
  const giveBack = (place: Place) => {
    const { reader } = place;
    if (closed || !reader?.usable() || place.files >= FILES || reader.memory() > KEPT_BYTES) retire(place);
    const next = waiting.shift();
    if (next) return next(place);
    free.push(place);
    place.idle = setTimeout(() => retire(place), options.idleMs ?? IDLE_MS);
    place.idle.unref();
  };

  return {
    async read(file, readOptions) {
      const place = await take();
      clearTimeout(place.idle);
      try {
        if (closed) throw new Error('The readers are closed.');
        if (!place.reader?.usable()) {
          retire(place);
          place.reader = start();
        }
        place.files += 1;
        return await place.reader.read(file, readOptions);
      } finally {
        giveBack(place);
      }
    },
    async close() {
      closed = true;
      for (const place of free) retire(place);
      for (const reader of alive) reader.end();
      await Promise.all([...alive].map(({ ended }) => ended));
    },
  };
}
