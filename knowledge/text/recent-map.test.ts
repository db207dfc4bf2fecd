import { expect, it } from 'vitest';
import { RecentMap } from './recent-map.ts';

it('keeps what is asked for again and again, and lets go what is not', () => {
  const recent = new RecentMap<number>(10);
  recent.set('often', 1);
  recent.set('once', 2);
  for (let i = 0; i < 100; i++) {
    recent.set(`word ${i}`, i);
    expect(recent.get('often')).toBe(1);
  }
  expect(recent.get('once')).toBeUndefined();
  expect(recent.get('word 99')).toBe(99);
});
