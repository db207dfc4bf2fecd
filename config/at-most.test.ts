import { expect, it } from 'vitest';
import { createAtMost } from './at-most.ts';

it('lets so many be at work and begins the others in their order, also after one that failed', async () => {
  const atMost = createAtMost(2);
  const begun: number[] = [];
  const works = Array.from({ length: 5 }, () => Promise.withResolvers<string>());
  const results = works.map(({ promise }, i) =>
    atMost(() => {
      begun.push(i);
      return promise;
    }).catch((error: Error) => error.message),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  works[1]?.reject(new Error('lost'));
  expect(await results[1]).toBe('lost');
  expect(begun).toEqual([0, 1, 2]);
  for (const [i, { resolve }] of works.entries()) resolve(`done ${i}`);
  expect(await Promise.all(results)).toEqual(['done 0', 'lost', 'done 2', 'done 3', 'done 4']);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
