import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoadFailure } from '../../ingest/loading/load-failure.ts';
import type { Readers } from '../../ingest/reading/readers.ts';
import { vitalSigns } from '../../ingest/reading/vital-signs.ts';
import { childrenOf } from '../programs/processes.ts';

const SAMPLE_MS = 50;

export interface HostileOutcome {
  name: string;
  /** `ready`, or the code of the failure; `broken` for an error that is no answer to anybody. */
  outcome: string;
  ms: number;
}

export interface HostileRun {
  outcomes: HostileOutcome[];
  /** Resident memory of the largest reader at any time, in bytes. */
  mostMemory: number;
}

/** Gives the files to the readers, two at a time, and watches what the reading processes take. */
export async function readHostile(readers: Readers, files: Iterable<[string, Buffer]>): Promise<HostileRun> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-hostile-'));
  let mostMemory = 0;
  const sample = async () => {
    for (const pid of await childrenOf(process.pid))
      mostMemory = Math.max(mostMemory, (await vitalSigns(pid))?.memory ?? 0);
  };
  const sampling = setInterval(sample, SAMPLE_MS);
  const outcomes: HostileOutcome[] = [];
  const rest = files[Symbol.iterator]();
  const work = async (lane: number) => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      const [name, bytes] = next.value;
      const path = join(folder, `${lane}.pdf`);
      await writeFile(path, bytes);
      const began = performance.now();
      const outcome = await readers.read({ path, fileName: 'hostile.pdf', mime: null, locale: null, title: null }).then(
        () => 'ready',
        (error: unknown) => (error instanceof LoadFailure ? error.code : `broken: ${String(error)}`),
      );
      outcomes.push({ name, outcome, ms: Math.round(performance.now() - began) });
    }
  };
  try {
    await Promise.all([work(0), work(1)]);
  } finally {
    clearInterval(sampling);
    await rm(folder, { recursive: true, force: true });
  }
  return { outcomes, mostMemory };
}
