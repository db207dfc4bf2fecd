import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurnQueue, type QueueJob } from './turn-queue.ts';

const limits = { perConversation: 3, inProcess: 6, running: 2, pollMs: 10_000 };

it('runs each conversation in order, and no more than its places at once', async () => {
  const done: string[] = [];
  let running = 0;
  let most = 0;
  const queue = createTurnQueue<QueueJob>({
    limits,
    async run(job) {
      most = Math.max(most, ++running);
      await sleep(2);
      running -= 1;
      done.push(`${job.conversationId}${job.seq}`);
      return 'done';
    },
  });
  const places = ['a', 'b', 'c'].flatMap((conversationId) =>
    [3, 1].map((seq) => ({ job: { conversationId, seq }, place: queue.reserve(conversationId) })),
  );
  expect(() => queue.reserve('d')).toThrow(/Too many/);
  for (const { job, place } of places) place.enqueue(job);
  while (queue.total() > 0) await sleep(2);
  expect(most).toBe(2);
  for (const id of ['a', 'b', 'c']) expect(done.filter((name) => name.startsWith(id))).toEqual([`${id}1`, `${id}3`]);
});

it('asks a blocked job again when its conversation changes, and keeps no place for it', async () => {
  const asked: string[] = [];
  let open = false;
  const queue = createTurnQueue<QueueJob>({
    limits: { ...limits, running: 1 },
    run(job) {
      asked.push(job.conversationId);
      return Promise.resolve(job.conversationId === 'blocked' && !open ? 'blocked' : 'done');
    },
  });
  queue.reserve('blocked').enqueue({ conversationId: 'blocked', seq: 1 });
  queue.reserve('free').enqueue({ conversationId: 'free', seq: 1 });
  await sleep(5);
  expect(asked).toEqual(['blocked', 'free']);
  open = true;
  queue.wake('blocked');
  await sleep(5);
  expect(asked).toEqual(['blocked', 'free', 'blocked']);
  expect(queue.total()).toBe(0);
});

it('counts reserved places, and gives them back', () => {
  const queue = createTurnQueue<QueueJob>({ limits, run: () => Promise.resolve('done') });
  const places = [queue.reserve('a'), queue.reserve('a'), queue.reserve('a')];
  expect(() => queue.reserve('a')).toThrow(/too many/);
  for (const place of places) place.cancel();
  expect(queue.total()).toBe(0);
  queue.reserve('a').cancel();
});
