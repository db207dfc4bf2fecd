import { expect, it } from 'vitest';
import { aHit } from '../../../testing/models/scripted-model-turn.ts';
import { messageThatFits, passagesThatFit } from './input.ts';

it('carries the best passages and no more than a call may hold', () => {
  const long = (id: string, length: number) => aHit({ id, text: 'x'.repeat(length) });
  const ids = (hits: ReturnType<typeof passagesThatFit>) => hits.map((hit) => hit.id);
  expect(ids(passagesThatFit([long('a', 5_000), long('b', 5_000), long('c', 5_000)]))).toEqual(['a', 'b']);
  const [cut] = passagesThatFit([long('a', 50_000)]);
  expect(cut?.text).toHaveLength(12_000);
  expect(messageThatFits('y'.repeat(8_000))).toHaveLength(2_000);
});
