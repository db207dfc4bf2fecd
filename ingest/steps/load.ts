import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOAD_FAILURES, LoadFailure } from '../loading/load-failure.ts';
import { type LoadedDocument, loadedDocumentSchema } from '../loading/loaded-document.ts';

const CHILD = join(import.meta.dirname, '..', 'loading', 'child.ts');
const PRLIMIT = '/usr/bin/prlimit';
/**
 * Memory that the child may write to (RLIMIT_DATA), V8's heap and all else: a hostile PDF once took 2 GB outside the
 * heap. Not its address space: V8 reserves that in steps, which made Node fail at some limits and run at lower ones.
 */
const DATA_BYTES = 1.5 * 1024 ** 3;
const CPU_SECONDS = 60;
const HEAP_MB = 768;
const WALL_MS = 60_000;
const OUTPUT_BYTES = 64 * 1024 ** 2;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), document: loadedDocumentSchema }),
  z.object({
    ok: z.literal(false),
    code: z.enum(Object.keys(LOAD_FAILURES) as [keyof typeof LOAD_FAILURES]),
    detail: z.string().optional(),
  }),
]);

/** Node's own command line, under limits where the system can set them (Linux). */
function command(args: string[]): [string, string[]] {
  const node = [`--max-old-space-size=${HEAP_MB}`, CHILD, ...args];
  if (!existsSync(PRLIMIT)) return [process.execPath, node];
  return [PRLIMIT, [`--data=${DATA_BYTES}`, `--cpu=${CPU_SECONDS}`, '--core=0', process.execPath, ...node]];
}

function readOutput(args: string[], wallMs: number, signal: AbortSignal | undefined): Promise<string> {
  return new Promise((done, fail) => {
    const [program, options] = command(args);
    // No environment: the child has no secret to lose.
    const child = spawn(program, options, { env: {}, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    const chunks: Buffer[] = [];
    let size = 0;
    let reason: Error | undefined;
    const end = (error: Error) => {
      reason ??= error;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end(new LoadFailure('too_slow')), wallMs);
    const abort = () => end(new Error('Loading was aborted.'));
    signal?.addEventListener('abort', abort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > OUTPUT_BYTES) end(new LoadFailure('too_large'));
      else chunks.push(chunk);
    });
    child.on('error', (error) => {
      reason ??= error;
    });
    child.on('close', (code, killedBy) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (reason) fail(reason);
      else if (killedBy === 'SIGXCPU') fail(new LoadFailure('too_slow'));
      else if (code !== 0) fail(new LoadFailure('too_large', { detail: 'it needed more memory than is allowed' }));
      else done(Buffer.concat(chunks).toString('utf8'));
    });
  });
}

/** Reads a file's blocks in a child process with limits on memory, CPU and time; throws LoadFailure. */
export async function loadFile(
  file: { path: string; fileName: string; mime: string | null },
  options: { signal?: AbortSignal; wallMs?: number } = {},
): Promise<LoadedDocument> {
  if (options.signal?.aborted) throw new Error('Loading was aborted.');
  const args = [file.path, file.fileName, file.mime ?? ''];
  const output = await readOutput(args, options.wallMs ?? WALL_MS, options.signal);
  let answer: z.infer<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(output));
  } catch (error) {
    throw new LoadFailure('damaged', { cause: error });
  }
  if (!answer.ok) throw new LoadFailure(answer.code, { detail: answer.detail });
  return answer.document;
}
