import { readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc/PID/stat (USER_HZ of Linux, the same on every architecture that Node runs on). */
const TICKS = 100;

/** What a process uses: resident memory in bytes, processor time in seconds. */
export interface VitalSigns {
  memory: number;
  cpu: number;
}

/** Reads them from /proc; undefined where there is none, or no such process. */
export async function vitalSigns(pid: number): Promise<VitalSigns | undefined> {
  try {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'latin1'),
      readFile(`/proc/${pid}/stat`, 'latin1'),
    ]);
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    // The fields after the name, which is in brackets and may hold anything (proc_pid_stat(5)): state is the first.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { memory: kilobytes * 1024, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return undefined;
  }
}
