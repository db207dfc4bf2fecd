import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc/PID/stat (USER_HZ of Linux, the same on every architecture that Node runs on). */
const TICKS = 100;

/** What a process uses and does. */
export interface VitalSigns {
  /** Resident, in bytes. */
  memory: number;
  /** Processor time, in seconds. */
  cpu: number;
  /** It runs, or waits for a processor. */
  running: boolean;
  /** It neither runs nor wants to, and has no process of its own that might. */
  asleep: boolean;
}

/** The fields of a stat file after the name, which is in brackets and may hold anything. */
const fieldsOf = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** Whether one of its threads runs or waits for a processor or the disk. */
async function hasBusyThread(pid: number): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`);
  const stats = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/stat`, 'latin1').catch(() => '')),
  );
  return stats.some((stat) => stat !== '' && fieldsOf(stat)[0] !== 'S');
}

/** Reads them from /proc (proc_pid_stat(5)); undefined where there is none, or no such process. */
export async function vitalSigns(pid: number): Promise<VitalSigns | undefined> {
  try {
    const [status, stat, children] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'latin1'),
      readFile(`/proc/${pid}/stat`, 'latin1'),
      // Not every kernel tells: then nobody knows whether it sleeps.
      readFile(`/proc/${pid}/task/${pid}/children`, 'latin1').catch(() => 'unknown'),
    ]);
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const fields = fieldsOf(stat);
    return {
      memory: kilobytes * 1024,
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
      running: fields[0] === 'R',
      asleep: fields[0] === 'S' && children.trim() === '' && !(await hasBusyThread(pid)),
    };
  } catch {
    return undefined;
  }
}
