import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../config/errors.ts';
import { openDataDir } from '../data-dir.ts';
import { isRunning, thisProcess } from './running-process.ts';

const holderSchema = z.object({
  pid: z.number(),
  startTime: z.string(),
  state: z.enum(['starting', 'ready', 'stopping']),
  url: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

/** The right to use a data directory, held by one process at a time. */
export interface DataDirLock {
  /** Tells a second start what it finds. */
  update(holder: { state: Holder['state']; url?: string }): void;
  release(): void;
}

const read = (file: string): Holder | undefined => {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

const same = (a: Holder | undefined, b: Holder | undefined) => a?.pid === b?.pid && a?.startTime === b?.startTime;

/** Moves a dead holder's file away; puts it back if another start has taken the lock in between. */
function clearStale(file: string, seen: Holder | undefined): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (!same(read(aside), seen)) linkSync(aside, file);
  } catch {
    // Another start was quicker; the next try sees what it left.
  } finally {
    rmSync(aside, { force: true });
  }
}

const inUse = (dataDir: string, { pid, state, url }: Holder) =>
  new AppError({
    code: 'data_dir_in_use',
    status: 409,
    message:
      `Kefu already runs on ${dataDir}: process ${pid}${url ? `, at ${url}` : ` (${state})`}.\n` +
      'Use that one, end it first, or set KEFU_DATA_DIR to another directory.',
  });

/**
 * Takes the directory's lock, making the directory if need be. A lock left by a kill -9 is recognised by process
 * number and start time and taken over; one that lives gets `patienceMs` to end, and as long as it takes while it
 * says that it stops (at most 20 s). Then AppError `data_dir_in_use`.
 */
export async function lockDataDir(dataDir: string, options: { patienceMs?: number } = {}): Promise<DataDirLock> {
  const file = join(dataDir, 'kefu.lock');
  const draft = `${file}.${process.pid}.new`;
  const me = thisProcess();
  const write = (path: string, holder: Pick<Holder, 'state' | 'url'>) =>
    writeFileSync(path, `${JSON.stringify({ ...me, ...holder })}\n`, { mode: 0o644 });

  openDataDir(dataDir);
  write(draft, { state: 'starting' });
  try {
    for (const began = Date.now(); ; await wait(50)) {
      try {
        // Linking is atomic and the file complete from its first moment.
        linkSync(draft, file);
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const holder = read(file);
      if (!holder || !isRunning(holder.pid, holder.startTime)) clearStale(file, holder);
      else if (Date.now() - began > (holder.state === 'stopping' ? 20_000 : (options.patienceMs ?? 2_000)))
        throw inUse(dataDir, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }

  let held = true;
  return {
    update(holder) {
      if (!held) return;
      write(draft, holder);
      renameSync(draft, file);
    },
    release() {
      if (held) rmSync(file, { force: true });
      held = false;
    },
  };
}
