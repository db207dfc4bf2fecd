import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Recogniser } from '../loading/pdf/recognise.ts';

const CHILD = join(import.meta.dirname, 'child.ts');
const PRLIMIT = '/usr/bin/prlimit';
const SETPRIV = '/usr/bin/setpriv';
const SHELL = '/bin/sh';
/** One whose parent ended before the system knew what to do then was handed to another: it ends at once. */
const IF_PARENT_LIVES = '[ "$PPID" = "$0" ] && exec "$@"';
/**
 * Of V8: reading is done by several processes, so that one alone needs no threads for collecting and compiling, which
 * take processor time from the server; a nursery that is large from the start keeps the many short-lived objects out
 * of the old space, and that is not collected before it holds what one file needs.
 */
const V8 = [
  '--max-old-space-size=768',
  '--initial-old-space-size=160',
  '--min-semi-space-size=32',
  '--max-semi-space-size=32',
  '--single-threaded',
];
/**
 * Memory that a reader may write to (RLIMIT_DATA), V8's heap and all else: a hostile PDF once took 2 GB outside the
 * heap. Not its address space: V8 reserves that in steps, which made Node fail at some limits and run at lower ones.
 */
const DATA_BYTES = 1.25 * 1024 ** 3;
/** For a reader's whole life: what ends one that no parent watches any more. */
const LIFE_CPU_SECONDS = 900;

/** What one file may take. */
export interface ReadLimits {
  /** Without any progress. */
  stallMs: number;
  /** Without doing anything at all. */
  asleepMs: number;
  /** For its first page, and for each page that is done beyond that, recognition of pictures of text included. */
  firstPageMs: number;
  pageMs: number;
  /** However many pages it has. */
  totalMs: number;
  cpuSeconds: number;
  memoryBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  stallMs: 20_000,
  asleepMs: 3_000,
  firstPageMs: 25_000,
  pageMs: 8_000,
  totalMs: 300_000,
  cpuSeconds: 120,
  memoryBytes: 1.4 * 1024 ** 3,
};

/** Lower than the server's: reading makes room for answers. */
export const READER_PRIORITY = 10;

/** A reader's program and arguments: under the system's limits, and dying with its parent, where the system can (Linux). */
export function readerCommand(recogniser?: Recogniser): [string, string[]] {
  const command = [process.execPath, ...V8, CHILD];
  if (recogniser) command.push(recogniser.program, recogniser.languages);
  if (existsSync(SETPRIV) && existsSync(SHELL))
    command.unshift(SETPRIV, '--pdeathsig', 'KILL', SHELL, '-c', IF_PARENT_LIVES, String(process.pid));
  if (existsSync(PRLIMIT)) command.unshift(PRLIMIT, `--data=${DATA_BYTES}`, `--cpu=${LIFE_CPU_SECONDS}`, '--core=0');
  const [program = process.execPath, ...args] = command;
  return [program, args];
}
