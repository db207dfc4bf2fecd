import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Program, staffToken, startProgram } from '../../../testing/programs/program.ts';
import type { SyntheticCorpus } from './synthetic-corpus.ts';

const LIMIT_MS = 240_000;
const LOOK_MS = 100;

const readinessSchema = z.object({ dependencies: z.record(z.string(), z.object({ state: z.string() })) });

/** The real program on given servers, with a watch beside it. */
export interface MeasuredProgram {
  /** From the start of the process to its ready line. */
  readyMs: number;
  /** Resolves when a dependency is up, with the milliseconds since the start of the process. */
  until(dependency: 'index' | 'vectors'): Promise<number>;
  /** Resident memory in MB, as the process tells. */
  memoryMb(): Promise<number>;
  /** Milliseconds of one search over HTTP, and whether it was answered by a part of the knowledge. */
  search(number: number, about: number): Promise<{ ms: number; degraded: boolean }>;
  close(): Promise<void>;
}

export async function startMeasured(
  corpus: SyntheticCorpus,
  servers: { databaseUrl: string; chromaUrl: string },
): Promise<MeasuredProgram> {
  const began = performance.now();
  const program: Program = await startProgram({
    waitForKnowledge: false,
    env: { DATABASE_URL: servers.databaseUrl, CHROMA_URL: servers.chromaUrl },
  });
  const readyMs = performance.now() - began;
  const authorization = `Bearer ${await staffToken(program.url, 'knowledge')}`;
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${program.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  };
  return {
    readyMs,
    async until(dependency) {
      for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await wait(LOOK_MS)) {
        const { dependencies } = readinessSchema.parse(await (await fetch(`${program.url}/readyz`)).json());
        if (dependencies[dependency]?.state === 'up') return performance.now() - began;
      }
      throw new Error(`The program's ${dependency} was not up within ${LIMIT_MS / 1000} s.`);
    },
    memoryMb: async () => (await metric('process_resident_memory_bytes')) / 1e6,
    async search(number, about) {
      const { query, language } = corpus.question(number, about);
      const since = performance.now();
      const response = await fetch(`${program.url}/api/knowledge/search`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ query, language, k: 8 }),
      });
      const { degraded } = z.looseObject({ degraded: z.boolean() }).parse(await response.json());
      return { ms: performance.now() - since, degraded };
    },
    close: program.close,
  };
}
