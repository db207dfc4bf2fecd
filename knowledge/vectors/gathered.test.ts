import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGathered } from './gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const times = { first: 100, inStream: 400, streamMs: 1_000, enough: 10 };

it('does the work of many calls once, and of those that come while it is at work once more', async () => {
  const work = vi.fn(async () => undefined);
  const gathered = createGathered(times, work);
  for (let i = 0; i < 5; i++) gathered.call();
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(1);
  gathered.call();
  await vi.advanceTimersByTimeAsync(399);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

it('begins at once when enough waits, and not a second time for the same', async () => {
  const work = vi.fn(async () => undefined);
  const gathered = createGathered(times, work);
  gathered.call(4);
  gathered.call(6);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(400);
  expect(work).toHaveBeenCalledTimes(1);
});

it('is quick again after a while, and does nothing once it is closed', async () => {
  const work = vi.fn(async () => undefined);
  const gathered = createGathered(times, work);
  gathered.call();
  await vi.advanceTimersByTimeAsync(1_200);
  gathered.call();
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(2);
  gathered.call();
  gathered.close();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(work).toHaveBeenCalledTimes(2);
});
