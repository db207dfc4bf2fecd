import { expect, it } from 'vitest';
import { type DocumentsRead, untilRead } from './until-read.ts';

/** Sees one state after another, and the last one for ever. */
function reading(
  states: Array<Pick<DocumentsRead, 'open' | 'progress'>>,
  options: { stillMs?: number; limitMs?: number; ending?: AbortSignal } = {},
) {
  const told: string[] = [];
  let at = 0;
  const left = untilRead({
    look: async () => ({ of: 4, ...(states[Math.min(at++, states.length - 1)] ?? { open: 0, progress: 0 }) }),
    tell: (read, of) => told.push(`${read}/${of}`),
    ending: new AbortController().signal,
    ...{ lookMs: 1, tellMs: 0, stillMs: 60_000, limitMs: 60_000 },
    ...options,
  });
  return { left, told, looks: () => at };
}

it('waits until all are read and tells how many are read', async () => {
  const states = [3, 3, 2, 1, 0].map((open, i) => ({ open, progress: i }));
  const { left, told } = reading(states);
  expect(await left).toBe(0);
  expect(told).toEqual(['1/4', '2/4', '3/4']);
});

it('goes on without those that do not move', async () => {
  const { left } = reading([{ open: 2, progress: 0.5 }], { stillMs: 20 });
  expect(await left).toBe(2);
});

it('waits for one that moves, and not for ever', async () => {
  let progress = 0;
  const moving = {
    open: 1,
    get progress() {
      return progress++;
    },
  };
  const { left, looks } = reading([moving], { limitMs: 40 });
  expect(await left).toBe(1);
  expect(looks()).toBeGreaterThan(1);
});

it('ends with the program', async () => {
  const { left } = reading([{ open: 1, progress: 0 }], { ending: AbortSignal.abort() });
  expect(await left).toBe(1);
});
