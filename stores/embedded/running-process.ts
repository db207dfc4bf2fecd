import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that cannot be taken for a later one with the same number. `startTime` is '' where it can't be read. */
export interface ProcessIdentity {
  pid: number;
  startTime: string;
}

const hasProc = existsSync('/proc/self/stat');

/** Text of a file below /proc, or of a command; undefined when the process is gone. */
const attempt = (read: () => string): string | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const ps = (...args: string[]) => attempt(() => execFileSync('ps', args, { encoding: 'utf8', timeout: 5_000 }));

/** State letter and start time: of /proc/PID/stat, whose second field may itself hold blanks and brackets (proc(5)). */
function stateOf(pid: number): { state: string; startTime: string } | undefined {
  if (hasProc) {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields && { state: fields[0] ?? '', startTime: fields[19] ?? '' };
  }
  const line = ps('-o', 'stat=,lstart=', '-p', String(pid))?.trim();
  return line ? { state: line.slice(0, 1), startTime: line.replace(/^\S+\s+/, '') } : undefined;
}

/** Name and parent of a process, where /proc tells them. */
export function lineageOf(pid: number): { name: string; parent: number } | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(stat ?? '') ?? [];
  return name === undefined ? undefined : { name, parent: Number(parent) };
}

const answersSignal = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether the process lives. One that ended and was not yet collected by its parent (a zombie) does not. */
export function isRunning(pid: number, startTime = ''): boolean {
  if (!answersSignal(pid)) return false;
  const now = stateOf(pid);
  if (now === undefined) return !hasProc;
  return now.state !== 'Z' && (startTime === '' || now.startTime === '' || now.startTime === startTime);
}

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  startTime: stateOf(process.pid)?.startTime ?? '',
});

/** Living processes whose command line has `marker` in it, arguments joined by one blank. */
export function findProcesses(marker: string): number[] {
  const found = hasProc
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .filter((pid) =>
          attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
            ?.replaceAll('\0', ' ')
            .includes(marker),
        )
        .map(Number)
    : (ps('-axo', 'pid=,command=') ?? '')
        .split('\n')
        .filter((line) => line.includes(marker))
        .map((line) => Number.parseInt(line, 10));
  return found.filter((pid) => pid !== process.pid && isRunning(pid));
}

/** Signals to send one after the other, each with the milliseconds to wait for the end before the next. */
export type EndSteps = ReadonlyArray<readonly [signal: NodeJS.Signals, waitMs: number]>;

const signalOf = (pid: number, signal: NodeJS.Signals) => attempt(() => String(process.kill(pid, signal)));

/** Ends processes by growing force; true when all of them are gone. */
export async function endProcesses(pids: () => number[], steps: EndSteps): Promise<boolean> {
  for (const [signal, waitMs] of steps) {
    for (const pid of pids()) signalOf(pid, signal);
    for (const end = Date.now() + waitMs; Date.now() < end; await wait(20)) {
      if (pids().length === 0) return true;
    }
  }
  return pids().length === 0;
}
