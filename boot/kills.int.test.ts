import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createProgramFolder,
  isUp,
  type MortalProgram,
  type ProgramFolder,
} from '../testing/programs/mortal-program.ts';

/** Kills of each kind; the release check sets 20. */
const rounds = Number(process.env.KEFU_KILL_ROUNDS ?? 2);

let place: ProgramFolder;
beforeAll(() => {
  place = createProgramFolder();
});
afterEach(() => place.stopAll());
afterAll(() => place.remove());

const killAll = (pids: number[]) => {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
};

describe.each([
  ['the program itself', (program: MortalProgram) => program.kill('SIGKILL')],
  ['PostgreSQL', () => process.kill(place.postmaster(), 'SIGKILL')],
  ['Chroma', () => killAll(place.chroma())],
] as const)('after a kill -9 of %s', (name, kill) => {
  it(`recovers, ${rounds} times of ${rounds}`, { timeout: rounds * 60_000 + 60_000 }, async () => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const victim = place.start();
      const url = await victim.ready();
      kill(victim);
      if (name !== 'the program itself') {
        // The program itself brings its server back …
        await place.until(async () => place.chroma().length > 0 && (await isUp(url, '/readyz')), 60_000);
        // … and the next start works too.
        victim.kill('SIGKILL');
      }
      await victim.exit;
      const began = performance.now();
      const next = place.start();
      expect(await isUp(await next.ready(), '/readyz')).toBe(true);
      times.push(Math.round(performance.now() - began));
      expect(await next.stop()).toBe(0);
      expect(place.leftOver()).toEqual([]);
    }
    console.log(`restarts after a kill -9 of ${name}: ${times.join(', ')} ms`);
  });
});
