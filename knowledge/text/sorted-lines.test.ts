import { describe, expect, it } from 'vitest';
import { createSortedLines } from './sorted-lines.ts';

describe('sorted lines', () => {
  const lines = createSortedLines('a=1\nbc=2,3\n膝盖=knee\n');

  it('finds the first, a middle and the last line', () => {
    expect([lines.get('a'), lines.get('bc'), lines.get('膝盖')]).toEqual([['1'], ['2', '3'], ['knee']]);
  });

  it('has nothing for what is not there, also beyond both ends', () => {
    expect([lines.get('0'), lines.get('b'), lines.get('龥'), createSortedLines('').get('a')]).toEqual([[], [], [], []]);
  });

  it('tells its keys in order', () => {
    expect([...lines.keys()]).toEqual(['a', 'bc', '膝盖']);
  });
});
