import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/**
 * Starts a server process that writes into `logFile` itself, so that it survives its parent's end without a broken
 * pipe. It gets a process group of its own: Ctrl-C in a terminal must reach Kefu alone, which ends it in order. The
 * environment is bare: no key of ours reaches it.
 */
export function spawnLogged(options: {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
  cwd: string;
  home?: string;
  logFile: string;
}): ChildProcess {
  const { file, args, uid, gid, cwd, home, logFile } = options;
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(file, args, {
      uid,
      gid,
      cwd,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin:/usr/sbin:/sbin', ...(home && { HOME: home }) },
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}
