import { describe, expect, it } from 'vitest';
import { IndexTerm } from '../text/index-term.ts';
import { createSharedSpace } from './shared-space.ts';
import { StringPool } from './string-pool.ts';
import { allBelow } from './term-order.ts';

const MANY = 100_000;
/** Distinct pairs of Han characters. */
const pairs = Array.from({ length: MANY }, (_, i) => [0x4e00 + (i % 400), 0x5e00 + Math.floor(i / 400)] as const);

describe('numbers of strings', () => {
  it('are one for the same string, however it comes', () => {
    const pool = new StringPool();
    const number = pool.ofText('退款');
    expect(pool.ofPair('退'.charCodeAt(0), '款'.charCodeAt(0))).toBe(number);
    expect(pool.ofUnits(Uint16Array.from([...'去退款'].map((char) => char.charCodeAt(0))), 1, 3)).toBe(number);
    expect(pool.ofTerm(new IndexTerm('退款'))).toBe(number);
    expect(pool.ofText('退')).not.toBe(number);
    expect(pool.ofText('款退')).not.toBe(number);
  });

  it('stay when the pool grows, and lead back to the string', () => {
    const pool = new StringPool();
    const numbers = pairs.map(([first, second]) => pool.ofPair(first, second));
    const words = Array.from({ length: 20_000 }, (_, i) => pool.ofText(`word${i}`));
    expect(new Set([...numbers, ...words]).size).toBe(MANY + 20_000);
    expect(pairs.map(([first, second]) => pool.ofPair(first, second))).toEqual(numbers);
    expect(words.map((number) => pool.textOf(number))).toEqual(words.map((_, i) => `word${i}`));
    expect(pool.textOf(numbers[4_321] ?? 0)).toBe(String.fromCharCode(...(pairs[4_321] ?? [])));
    expect(pool.ofText('word7')).toBe(words[7]);
  });

  it('begin anew when the pool was emptied', () => {
    const pool = new StringPool();
    pool.ofText('word');
    pool.ofPair(1, 2);
    pool.clear();
    expect([pool.ofText('other'), pool.ofPair(1, 2), pool.count]).toEqual([0, 1, 2]);
    expect(pool.pack(allBelow(2), createSharedSpace()).starts).toEqual(Uint32Array.of(0, 5, 7));
  });
});
