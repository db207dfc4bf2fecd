import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../config/errors.ts';
import type { Comparison } from '../models/compare.ts';
import type { ChildReply, ChildWork, EncodedModel } from './child-messages.ts';

const PROGRAM = fileURLToPath(new URL('./training-child.ts', import.meta.url));
/** Training is meant to take 60 s; a machine under load gets five times that. */
const LIMIT_MS = 300_000;
/** Lines of what a broken child wrote that are kept. */
const LAST_WORDS = 2_000;

export interface ChildResult {
  /** Only of training. */
  model: EncodedModel | undefined;
  comparison: Comparison;
}

/** Trains or compares in a child process. Rejects with an AppError: training_failed, or the signal's reason. */
export function runTrainingChild(
  work: ChildWork,
  options: { signal: AbortSignal; onProgress: (step: 'train' | 'compare', share: number) => void },
): Promise<ChildResult> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const child = fork(PROGRAM, [], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let model: EncodedModel | undefined;
    let comparison: Comparison | undefined;
    let words = '';
    let told: string | undefined;
    const limit = setTimeout(() => stop(failed('Training took too long.')), LIMIT_MS);
    const stop = (reason: unknown) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', abort);
      child.kill('SIGKILL');
      reject(reason);
    };
    const abort = () => stop(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-LAST_WORDS);
    });
    child.on('message', (reply: ChildReply) => {
      if (reply.type === 'progress') onProgress(reply.step, reply.share);
      else if (reply.type === 'model') model = reply.model;
      else if (reply.type === 'compared') comparison = reply.comparison;
      else told = reply.message;
    });
    child.once('error', (error) => stop(failed('The training process could not be started.', error)));
    child.once('exit', (code, killedBy) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', abort);
      if (comparison && code === 0) resolve({ model, comparison });
      else
        reject(failed(told ?? `The training process ended early (${killedBy ?? `code ${code}`}).`, words || undefined));
    });
    child.send(work, (error) => {
      if (error) stop(failed('The training process took no work.', error));
    });
  });
}

const failed = (message: string, cause?: unknown): AppError =>
  new AppError({ code: 'training_failed', status: 500, message, cause });
