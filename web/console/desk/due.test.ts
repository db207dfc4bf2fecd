import { expect, it } from 'vitest';
import { dueOf } from './due.ts';

const times = { firstReplyWithin: 3, replyWithin: 5 };
const NOW = Date.parse('2026-11-28T12:00:00Z');
const at = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

it('counts from the call until the first words, then from what was not answered', () => {
  const entry = { waitingSince: at(4), firstReplyAt: null, unansweredSince: at(1) };
  expect(dueOf({ ...entry, status: 'waiting' }, times, NOW)).toEqual({ since: at(4), late: true });
  expect(dueOf({ ...entry, status: 'human' }, times, NOW)).toEqual({ since: at(4), late: true });
  expect(dueOf({ ...entry, status: 'human', firstReplyAt: at(3) }, times, NOW)).toEqual({ since: at(1), late: false });
  expect(dueOf({ ...entry, status: 'human', firstReplyAt: at(3), unansweredSince: null }, times, NOW)).toBeNull();
  expect(dueOf({ ...entry, status: 'closed' }, times, NOW)).toBeNull();
});
