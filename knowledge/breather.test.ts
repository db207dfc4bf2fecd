import { expect, it } from 'vitest';
import { createBreather, inForeground, waitingForLongWork } from './breather.ts';

/** Does pieces of work until the turns of the event loop are over; tells how many. */
async function pieces(turns: number): Promise<number> {
  const breathe = createBreather();
  let over = false;
  let done = 0;
  const loop = (left: number) => {
    if (left === 0) over = true;
    else setImmediate(loop, left - 1);
  };
  loop(turns);
  while (!over) {
    const began = performance.now();
    while (performance.now() - began < 1.1) done += 0;
    done += 1;
    await breathe();
  }
  return done;
}

it('lets the event loop turn after each piece, and many times while somebody waits for an answer', async () => {
  const alone = await pieces(40);
  const beside = await inForeground(() => pieces(40));
  expect(alone).toBeGreaterThan(20);
  expect(beside).toBeLessThan(alone / 2);
  expect(await inForeground(() => waitingForLongWork(() => pieces(40)))).toBeGreaterThan(20);
});
