import { statfs } from 'node:fs/promises';

const MB = 1024 * 1024;
/** PostgreSQL's first files and log take about as much. */
const LEAST_MB = 200;

/** A sentence for a start that failed with little room on the disk of `dir`; undefined where that is not why. */
export async function shortOfSpace(
  dir: string,
  ask: (dir: string) => Promise<{ bavail: number; bsize: number }> = statfs,
): Promise<string | undefined> {
  const disk = await ask(dir).catch(() => undefined);
  const left = disk && Math.floor((disk.bavail * disk.bsize) / MB);
  if (left === undefined || left >= LEAST_MB) return undefined;
  return `The disk of ${dir} has ${left} MB left; Kefu needs some ${LEAST_MB} MB there. Free some, or set KEFU_DATA_DIR.`;
}
