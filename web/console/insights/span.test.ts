import { expect, it } from 'vitest';
import { everyDay, lastDays } from './span.ts';

it('spans whole days up to the shop that is furthest ahead', () => {
  expect(lastDays(7, new Date(2026, 2, 3, 23, 30))).toEqual({ from: '2026-02-25', to: '2026-03-04' });
});

it('leaves no day out between the first of the span and the last with figures', () => {
  expect(everyDay('2026-02-27', [{ day: '2026-02-28' }, { day: '2026-03-02' }])).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ]);
  expect(everyDay('2026-02-27', [])).toEqual([]);
});
