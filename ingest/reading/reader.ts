import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { LoadFailure } from '../loading/load-failure.ts';
import type { Recogniser } from '../loading/pdf/recognise.ts';
import { createFrameReader, MESSAGE } from './frames.ts';
import { READER_PRIORITY, type ReadLimits, readerCommand } from './limits.ts';
import { type FileToRead, fromReaderSchema, type Reading } from './messages.ts';
import { tooMuchMemory, watchReader } from './watch-reader.ts';

/** Ended sooner, it would only be started again, and on a busy machine a file be given up that nobody has looked at. */
const START_MS = 60_000;
/** Of its start, what counts towards the time of the file that waited for it: a busy machine is no fault of a file. */
const COUNTED_START_MS = 15_000;
const FRAME_BYTES = 8 * 1024 ** 2;
const TEXT_LETTERS = 48 * 1024 ** 2;
/** How V8 ends when memory is refused to it. */
const OUT_OF_MEMORY = new Set<NodeJS.Signals | null>(['SIGABRT', 'SIGTRAP', 'SIGILL']);
/** A file that was refused after longer than this may have left work behind that would spoil the next one. */
const QUICK_MS = 2_000;

export interface ReadOptions {
  signal?: AbortSignal;
  onPage?: (done: number, of: number) => void;
}

/** A child process that reads one file at a time. Who starts it ends it. */
export interface Reader {
  /** Throws LoadFailure for a file that cannot be read, any other error for a process that broke off. */
  read(file: FileToRead, options?: ReadOptions): Promise<Reading>;
  /** False: it must not be given another file. */
  usable(): boolean;
  /** Bytes that it used at the end of its last file, by its own word. */
  memory(): number;
  end(): void;
  /** Resolves when the process is gone. */
  ended: Promise<void>;
}

interface Job {
  done(reading: Reading): void;
  fail(error: Error): void;
  onPage: ReadOptions['onPage'];
  segments: string[];
  letters: number;
  began: number;
  pages: number;
  lastSign: number;
}

export interface ReaderOptions {
  limits: ReadLimits;
  /** Reads scanned pages. */
  recogniser?: Recogniser;
  /** A folder for compiled code (Node's compile cache): the next reader starts in half the time. */
  codeCache?: string;
}

/** With no environment: the child has no secret to lose. In a group of its own, so that its own children end with it. */
function spawnReader({ recogniser, codeCache }: ReaderOptions): ChildProcess {
  const [program, args] = readerCommand(recogniser);
  const env = codeCache ? { NODE_COMPILE_CACHE: codeCache } : {};
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore', 'pipe'], detached: true });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  try {
    if (child.pid) setPriority(child.pid, READER_PRIORITY);
  } catch {
    // It ended already, or the system has no priorities: then it reads at the same one.
  }
  return child;
}

export function startReader(start: ReaderOptions): Reader {
  const { limits } = start;
  const child = spawnReader(start);
  const { pid } = child;
  let usable = pid !== undefined;
  let job: Job | undefined;
  let memory = 0;
  /** Why this process was killed, when it was. */
  let reason: Error | undefined;
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);

  const kill = (why?: Error) => {
    usable = false;
    reason ??= why;
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  };

  const receive = (kind: number, text: string) => {
    if (job) job.lastSign = performance.now();
    if (kind !== MESSAGE) {
      if (!job) return;
      job.letters += text.length;
      if (job.letters > TEXT_LETTERS) return kill(new LoadFailure('too_large', { detail: 'it holds too much text' }));
      job.segments.push(text);
      return;
    }
    const message = fromReaderSchema.parse(JSON.parse(text));
    if (message.kind === 'ready') ready.resolve();
    else if (message.kind === 'memory') memory = message.bytes;
    else if (message.kind === 'page') {
      if (job) job.pages = message.done;
      job?.onPage?.(message.done, message.of);
    } else if (message.kind === 'broke') job?.fail(new Error(message.reason));
    else if (message.kind === 'failed') {
      if (job && performance.now() - job.began > QUICK_MS) usable = false;
      job?.fail(new LoadFailure(message.code, { detail: message.detail }));
    } else {
      const { title, pages, pieces, warnings } = message;
      job?.done({ title, pages, pieces, warnings, segments: job.segments });
    }
  };
  const onData = createFrameReader(FRAME_BYTES, receive);
  const answers = child.stdio[3] as Readable | null | undefined;
  answers?.on('error', () => undefined);
  answers?.on('data', (part: Buffer) => {
    try {
      onData(part);
    } catch (error) {
      kill(new Error('A reader answered what nobody understands.', { cause: error }));
    }
  });

  const ended = new Promise<void>((done) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      usable = false;
      const broke = OUT_OF_MEMORY.has(signal)
        ? tooMuchMemory()
        : new Error(`The process that read the file ended by itself (${signal ?? code}).`);
      ready.reject(reason ?? new Error('The process that reads files could not be started.'));
      job?.fail(reason ?? broke);
      done();
    };
    child.once('close', end);
    child.once('error', () => end(null, null));
  });

  return {
    ended,
    usable: () => usable,
    end: () => kill(),
    memory: () => memory,
    async read(file, options = {}) {
      const taken = performance.now();
      const slow = setTimeout(() => kill(new Error('The process that reads files did not start in time.')), START_MS);
      await ready.promise.finally(() => clearTimeout(slow));
      const abort = () => kill(new Error('Reading was broken off.', { cause: options.signal?.reason }));
      if (options.signal?.aborted) abort();
      options.signal?.addEventListener('abort', abort, { once: true });
      const began = performance.now();
      const stopWatching = watchReader({
        pid,
        limits,
        since: Math.max(taken, began - COUNTED_START_MS),
        signs: () => ({ last: job?.lastSign ?? began, pages: job?.pages ?? 0 }),
        exceeded: kill,
      });
      try {
        return await new Promise<Reading>((done, fail) => {
          job = { done, fail, onPage: options.onPage, segments: [], letters: 0, began, pages: 0, lastSign: began };
          if (!usable) fail(reason ?? new Error('The process that reads files is gone.'));
          child.stdin?.write(`${JSON.stringify(file)}\n`);
        });
      } finally {
        job = undefined;
        stopWatching();
        options.signal?.removeEventListener('abort', abort);
      }
    },
  };
}
