import { expect, test } from 'vitest';
import { Problem } from '../../../api/problem.ts';
import type { DocumentBody } from '../../../api/types.ts';
import { UploadQueue } from './upload-queue.ts';

const file = (name: string) => new File(['x'], name);
const settle = () => new Promise((done) => setTimeout(done));
const problem = (status: number) => new Problem({ code: 'x', status, detail: 'x', retryAfter: 2 });

/** A queue whose sendings the test ends by hand. */
function queueOf() {
  const under = new Map<string, { arrive: () => void; fail: (error: Error) => void; progress: (n: number) => void }>();
  const pauses: number[] = [];
  const queue = new UploadQueue({
    send: ({ name }, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        const arrive = () => resolve({ id: name } as DocumentBody);
        under.set(name, { arrive, fail: reject, progress: onProgress });
      }),
    pause: async (ms) => {
      pauses.push(ms);
    },
  });
  return { queue, under, pauses };
}
const states = (queue: UploadQueue) => queue.snapshot().map(({ file: { name }, state }) => `${name} ${state}`);

test('three files are on their way at once, the next begins when one arrived', async () => {
  const { queue, under } = queueOf();
  const arrived: string[] = [];
  queue.onArrival(({ id }) => arrived.push(id));
  queue.add(['a', 'b', 'c', 'd', 'e'].map(file));
  expect(states(queue)).toEqual(['a sending', 'b sending', 'c sending', 'd waiting', 'e waiting']);
  under.get('b')?.arrive();
  await settle();
  expect(arrived).toEqual(['b']);
  expect(states(queue)).toEqual(['a sending', 'c sending', 'd sending', 'e waiting']);
});

test('a cancelled file makes room and can be sent after all', async () => {
  const { queue, under } = queueOf();
  queue.add(['a', 'b', 'c', 'd'].map(file));
  const [a] = queue.snapshot();
  queue.cancel(a?.id ?? 0);
  await settle();
  expect(states(queue)).toEqual(['a cancelled', 'b sending', 'c sending', 'd sending']);
  under.get('b')?.arrive();
  await settle();
  queue.retry(a?.id ?? 0);
  expect(states(queue)).toEqual(['a sending', 'c sending', 'd sending']);
});

test('a refusal stays with its reason; a busy server is asked again after the time it named', async () => {
  const { queue, under, pauses } = queueOf();
  queue.add([file('a'), file('b')]);
  under.get('a')?.fail(problem(413));
  under.get('b')?.fail(problem(429));
  await settle();
  expect(queue.snapshot().map(({ state, problem: why }) => [state, why?.status])).toEqual([
    ['failed', 413],
    ['sending', undefined],
  ]);
  expect(pauses).toEqual([2_000]);
  under.get('b')?.progress(0.5);
  expect(queue.snapshot()[1]?.sent).toBe(0.5);
  queue.clear();
  expect(states(queue)).toEqual(['b sending']);
});

test('of many files it is told how many arrived, and what failed is sent again at once', async () => {
  const { queue, under } = queueOf();
  queue.add(['a', 'b', 'c', 'd', 'e'].map(file));
  under.get('a')?.arrive();
  under.get('b')?.fail(problem(413));
  under.get('c')?.fail(problem(413));
  await settle();
  expect(queue.arrivedCount).toBe(1);
  queue.retryFailed();
  expect(states(queue)).toEqual(['b sending', 'c waiting', 'd sending', 'e sending']);
  queue.cancelWaiting();
  expect(states(queue)).toEqual(['b sending', 'c cancelled', 'd sending', 'e sending']);
  queue.clear();
  for (const name of ['b', 'd', 'e']) under.get(name)?.arrive();
  await settle();
  expect(queue.arrivedCount).toBe(4);
  queue.add([file('f')]);
  expect(queue.arrivedCount).toBe(0);
});
