import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../config/errors.ts';

const IN_THE_WAY = new Set(['EEXIST', 'ENOTDIR']);

const codeOf = (cause: unknown) => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

function reasonOf(cause: unknown): string {
  if (IN_THE_WAY.has(codeOf(cause))) return 'there is a file where a directory is needed';
  return cause instanceof Error ? cause.message : String(cause);
}

const isDirectory = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Level by level: `recursive` of Node never comes to an end where a parent refuses new entries as /proc does. */
function make(path: string): void {
  if (isDirectory(path)) return;
  if (dirname(path) !== path) make(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another start may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || !isDirectory(path)) throw error;
  }
}

/** Makes the data directory if need be, and finds out whether it can be written; AppError `data_dir_unusable` if not. */
export function openDataDir(dataDir: string): void {
  const probe = join(dataDir, `kefu.probe.${process.pid}`);
  try {
    make(dataDir);
    writeFileSync(probe, 'kefu\n');
    rmSync(probe);
  } catch (cause) {
    throw new AppError({
      code: 'data_dir_unusable',
      status: 503,
      message:
        `The data directory ${dataDir} can't be written: ${reasonOf(cause)}.\n` +
        'Check its permissions and the free space, or set KEFU_DATA_DIR to another directory.',
      cause,
    });
  }
}
